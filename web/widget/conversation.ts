import type { ConversationEvent } from '../../src/contract/events.js';
import type { FeedbackReason, Lang } from '../../src/contract/vocabulary.js';
import { knowsEvent } from '../receiver/kinds.js';
import { Refused } from '../receiver/failures.js';
import { createReceiver, type Receiver } from '../receiver/receiver.js';
import { createSender } from '../receiver/sender.js';
import { onWake } from '../receiver/wake.js';
import { createConnection } from './connection.js';
import { createHttp } from './http.js';
import type { Host } from './host.js';
import { watchIdle } from './idle.js';
import { lastWord } from './last-word.js';
import { openMemory } from './memory.js';
import { newsOf, type Unread } from './news.js';
import type { Action, State } from './state.js';

export interface Contact {
  name?: string;
  email?: string;
  phone?: string;
}
/** What the citizen can do. Every view calls these and nothing else. */
export interface Conversation {
  load(): void;
  say(text: string, choice?: string): boolean;
  retry(clientId: string): void;
  discard(clientId: string): void;
  askHuman(service?: string): void;
  leaveQueue(): void;
  leaveCallback(contact: Contact): void;
  rate(seq: number, useful: boolean, reason?: FeedbackReason): void;
  typing(on: boolean): void;
  stay(): void;
  end(useful?: boolean): void;
  startOver(): void;
  erase(): Promise<void>;
  download(name: string): Promise<void>;
  speak(lang: Lang): void;
  from(page: string): void;
}
export interface Setting {
  site: string;
  idleMinutes: number;
  host: () => Host;
  unread: Unread;
  state(): State;
  dispatch(action: Action): void;
}

/** All lines of the sender belong to the one conversation of this frame, which may not exist yet when the first is written. */
const HERE = 'here';
const TYPING_SHOWN_MS = 8000;
const TYPING_TOLD_EVERY_MS = 3000;
/** Whoever writes at length is there: the service, which hears of messages only, is told so this often. */
const KEPT_EVERY_MS = 5 * 60_000;
/** Time for the drawn history to settle before new lines are announced. */
const CALM_MS = 400;

export function createConversation({ site, idleMinutes, host, unread, state, dispatch }: Setting): Conversation {
  const memory = openMemory(site);
  const http = createHttp(site);
  let page: string | undefined;
  let typingTold = 0;
  let kept = Date.now();
  let receiver: Receiver<ConversationEvent> | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let liveTimer: ReturnType<typeof setTimeout> | undefined;

  const connection = createConnection({
    site,
    http,
    memory,
    lang: () => state().lang,
    page: () => page,
    link: (link) => dispatch({ type: 'link', link }),
    opened(opened, fresh) {
      if (fresh) restart();
      dispatch({ type: 'opened', status: opened.status, service: opened.service, maxText: opened.limits.text });
      receiver ??= receive();
      receiver.head(opened.head);
      receiver.sync();
      sender.wake();
      // A conversation that begins has no past to keep silent about.
      if (fresh) dispatch({ type: 'live' });
    },
    expired() {
      const unsaid = sender.lines.find((line) => line.call === 'message:send')?.payload.text;
      sender.clear();
      restart();
      if (typeof unsaid === 'string') dispatch({ type: 'draft', text: unsaid });
      dispatch({ type: 'expired' });
    },
    told: {
      event: (event) => event.conversationId === connection.conversationId && receiver?.take(event),
      head: ({ conversationId, seq }) => void (conversationId === connection.conversationId && receiver?.head(seq)),
      typing(on, name) {
        clearTimeout(typingTimer);
        dispatch({ type: 'typing', typing: on ? { name } : undefined });
        if (on) typingTimer = setTimeout(() => dispatch({ type: 'typing' }), TYPING_SHOWN_MS);
      },
    },
  });

  const sender = createSender({
    store: memory.outbox,
    emit: (call, payload) => connection.ask(call, payload),
    changed: (lines) => dispatch({ type: 'lines', lines }),
    accepted: () => state().notice?.code && dispatch({ type: 'notice' }),
    refused(_line, code, retryInMs) {
      dispatch({ type: 'notice', notice: { code, retryInMs } });
      host().unread(unread.count, 'error');
    },
  });

  const receive = (): Receiver<ConversationEvent> =>
    createReceiver({
      fetch: (after, limit) => connection.sync(after, limit),
      knows: knowsEvent,
      apply(events) {
        const { live } = state();
        dispatch({ type: 'events', events });
        for (const event of events) {
          if (event.clientId && event.sender.type === 'citizen') sender.seen(event.clientId);
          if (live) newsOf(event, state()).forEach((news) => host().unread(unread.add(event), news));
        }
        if (state().status === 'closed') memory.forgetConversation();
        else if (unread.seen) connection.tell('cursor:set', { delivered: receiver?.last, read: receiver?.last });
        clearTimeout(liveTimer);
        if (!live) liveTimer = setTimeout(() => dispatch({ type: 'live' }), CALM_MS);
      },
    });

  function restart(): void {
    receiver?.close();
    receiver = undefined;
    clearTimeout(liveTimer);
  }
  function send(call: string, payload: Record<string, unknown> = {}): boolean {
    idle.moved();
    const taken = sender.send(HERE, call, payload) !== null;
    dispatch({ type: 'notice', notice: taken ? undefined : { text: 'tooMany' } });
    return taken;
  }
  /** The service ends a silent conversation as well: it must hear that somebody is there. */
  function keep(): void {
    kept = Date.now();
    connection.ask('conversation:keep', {}).catch(() => undefined);
  }
  const idle = watchIdle({
    minutes: idleMinutes,
    applies: () => state().begun && state().status === 'bot' && state().events.length > 0,
    warn: (warning) => dispatch({ type: 'idle', warning }),
    over: () => send('conversation:end'),
  });
  onWake(() => {
    connection.reconnect();
    receiver?.sync();
    sender.wake();
  });
  unread.onSeen(() => connection.tell('cursor:set', { delivered: receiver?.last ?? 0, read: receiver?.last ?? 0 }));

  return {
    load() {
      http.site().then(
        (view) => dispatch({ type: 'site', site: view }),
        (error: unknown) =>
          dispatch({ type: 'site-failed', off: error instanceof Refused && ['degraded', 'not-found', 'auth'].includes(error.code) }),
      );
      if (!memory.conversation() && sender.lines.length === 0) return;
      dispatch({ type: 'lines', lines: sender.lines });
      dispatch({ type: 'resuming' });
      connection.join().catch(() => undefined);
    },
    say(text, choice) {
      const taken = send('message:send', choice ? { text, choice } : { text });
      if (taken) host().unread(unread.count, 'message:sent');
      return taken;
    },
    retry: (clientId) => sender.retry(clientId),
    discard: (clientId) => sender.discard(clientId),
    askHuman(service) {
      if (send('human:ask', service ? { service } : {})) host().unread(unread.count, 'handoff:requested');
    },
    leaveQueue: () => void send('human:cancel'),
    leaveCallback: (contact) => void send('callback:leave', { contact, consent: true }),
    rate(seq, useful, reason) {
      if (send('feedback:give', { seq, useful, ...(reason && { reason }) })) host().unread(unread.count, 'rated');
    },
    typing(on) {
      idle.moved();
      connection.prepare();
      if (on && state().begun && state().status === 'bot' && Date.now() - kept > KEPT_EVERY_MS) keep();
      if (state().status !== 'assigned' || (on && Date.now() - typingTold < TYPING_TOLD_EVERY_MS)) return;
      typingTold = on ? Date.now() : 0;
      connection.tell('typing', { on });
    },
    stay() {
      idle.moved();
      keep();
    },
    end(useful) {
      const answer = lastWord(state().events);
      if (useful !== undefined && answer) send('feedback:give', { seq: answer.seq, useful });
      send('conversation:end');
    },
    startOver() {
      if (state().link === 'connected' && state().begun && state().status !== 'closed') {
        connection.ask('conversation:end', { clientId: crypto.randomUUID() }).catch(() => undefined);
      }
      sender.clear();
      restart();
      connection.leave();
      dispatch({ type: 'reset' });
    },
    async erase() {
      const answer = await connection.ask('conversation:erase', { clientId: crypto.randomUUID() }).catch(() => undefined);
      if (!answer?.ok) return dispatch({ type: 'notice', notice: { text: 'eraseFailed' } });
      const token = memory.token();
      sender.clear();
      restart();
      connection.leave();
      memory.forgetSession();
      connection.hangUp();
      dispatch({ type: 'reset' });
      dispatch({ type: 'notice', notice: { text: 'eraseDone' } });
      await http.endSession(token).catch(() => undefined);
    },
    async download(name) {
      try {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await http.transcript(memory.token()));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      } catch {
        dispatch({ type: 'notice', notice: { text: 'downloadFailed' } });
      }
    },
    speak: (lang) => dispatch({ type: 'lang', lang }),
    from(address) {
      page = address;
    },
  };
}
