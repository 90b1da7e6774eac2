import type { Opened, Synced } from '../../src/contract/citizen.js';
import type { Ack } from '../../src/contract/codes.js';
import type { ConversationEvent } from '../../src/contract/events.js';
import { ACK_TIMEOUT_MS } from '../../src/contract/limits.js';
import type { Lang } from '../../src/contract/vocabulary.js';
import { LinkDown, Refused } from '../receiver/failures.js';
import type { Link, LinkState } from '../receiver/link.js';
import type { Page } from '../receiver/receiver.js';
import type { Http } from './http.js';
import type { Memory } from './memory.js';

export interface ConnectionOptions {
  site: string;
  http: Http;
  memory: Memory;
  lang(): Lang;
  page(): string | undefined;
  link(state: 'idle' | 'connecting' | 'connected' | 'lost'): void;
  /** Joined, anew or again. `fresh`: the conversation did not exist before. */
  opened(opened: Opened, fresh: boolean): void;
  /** The conversation that was kept cannot be joined any more. */
  expired(): void;
  told: {
    event(event: ConversationEvent): void;
    head(head: { conversationId: string; seq: number }): void;
    typing(on: boolean, name?: string): void;
  };
}
/** Session, socket and conversation as one thing: each is opened when the first call needs it, and again after a cut. */
export interface Connection {
  /** Fetches the socket's code, and opens nothing. */
  prepare(): void;
  /** Opens what is missing and joins; answers the conversation's id. */
  join(): Promise<string>;
  ask(call: string, payload: Record<string, unknown>): Promise<Ack>;
  tell(call: string, payload: Record<string, unknown>): void;
  sync(after: number, limit: number): Promise<Page<ConversationEvent>>;
  readonly conversationId: string | undefined;
  reconnect(): void;
  /** Leaves the conversation; the next `join` begins another one. */
  leave(): void;
  /** Closes the socket too: the session ends. */
  hangUp(): void;
}

const GONE = ['not-found', 'not-owner'];

export function createConnection(options: ConnectionOptions): Connection {
  const { http, memory, site } = options;
  let link: Link | undefined;
  let up = false;
  let waiting: ((up: boolean) => void)[] = [];
  let joined: string | undefined;
  let joining: Promise<string> | undefined;

  function changed(state: LinkState, code?: string): void {
    up = state === 'connected';
    if (state === 'lost' || state === 'refused') joining = undefined;
    if (state !== 'connecting') waiting.splice(0).forEach((wake) => wake(up));
    if (state === 'refused' && code === 'auth') return signedOut();
    options.link(state === 'refused' ? 'lost' : state);
    if (up) rejoin();
  }

  function hangUp(): void {
    link?.close();
    link = undefined;
    up = false;
    joined = undefined;
    joining = undefined;
    waiting = [];
    options.link('idle');
  }
  /** After a cut, and at the start when a conversation was kept: back into its room, as soon as the server lets us. */
  function rejoin(): void {
    if (!up || !(joined ?? memory.conversation())) return;
    join().catch((error: unknown) => {
      if (error instanceof Refused && !GONE.includes(error.code)) setTimeout(rejoin, error.retryInMs ?? 3000);
    });
  }
  /** The session is over, and a conversation belongs to its session. The next call opens both anew. */
  function signedOut(): void {
    const had = joined ?? memory.conversation();
    hangUp();
    memory.forgetSession();
    if (had) options.expired();
  }

  /** The socket's code comes apart from the rest: who opens the panel and only reads does not pay for it. */
  async function connect(): Promise<Link> {
    const { openLink } = await import('../receiver/link.js');
    link ??= openLink({
      namespace: '/citizen',
      token: memory.token,
      state: changed,
      told: {
        event: options.told.event,
        head: options.told.head,
        typing: ({ on, name }: { on: boolean; name?: string }) => options.told.typing(on, name),
      },
    });
    return link;
  }
  const connected = async (): Promise<Link> => {
    const now = await connect();
    if (up) return now;
    const ok = await new Promise<boolean>((done) => {
      waiting.push(done);
      setTimeout(() => done(false), ACK_TIMEOUT_MS);
    });
    if (!ok || !up) throw new LinkDown('not connected');
    return now;
  };

  async function open(): Promise<string> {
    const resume = joined ?? memory.conversation();
    if (!resume && !memory.token()) memory.keepToken(await http.openSession());
    const now = await connected();
    const page = options.page();
    try {
      const opened = await now.get<Opened>('conversation:open', {
        site,
        lang: options.lang(),
        ...(page && { page }),
        ...(resume && { resume }),
      });
      joined = opened.conversationId;
      memory.keepConversation(joined);
      options.opened(opened, joined !== resume);
      return joined;
    } catch (error) {
      if (resume && error instanceof Refused && GONE.includes(error.code)) {
        joined = undefined;
        memory.forgetConversation();
        options.expired();
      }
      throw error;
    }
  }
  function join(): Promise<string> {
    joining ??= open().catch((error: unknown) => {
      joining = undefined;
      throw error;
    });
    return joining;
  }

  return {
    prepare: () => void import('../receiver/link.js').catch(() => undefined),
    join,
    async ask(call, payload) {
      try {
        const conversationId = await join();
        return await (await connected()).ask(call, { ...payload, conversationId });
      } catch (error) {
        if (error instanceof Refused) return { ok: false, code: error.code, retryInMs: error.retryInMs };
        throw error;
      }
    },
    tell(call, payload) {
      if (joined) link?.tell(call, { ...payload, conversationId: joined });
    },
    async sync(after, limit) {
      const conversationId = await join();
      const { events, head, more } = await (await connected()).get<Synced>('events:sync', { conversationId, after, limit });
      return { lines: events, head, more };
    },
    get conversationId() {
      return joined;
    },
    reconnect: () => link?.reconnect(),
    leave() {
      joined = undefined;
      joining = undefined;
      memory.forgetConversation();
    },
    hangUp,
  };
}
