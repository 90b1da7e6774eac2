import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type {
  Ack,
  CitizenAnswers,
  CitizenPayload,
  ConversationEvent,
  InboxEntry,
  StaffAnswers,
  StaffPayload,
} from '../../src/contract/index.js';
import { until, within } from './waiting.js';

export type Options = Partial<ManagerOptions & SocketOptions>;
/** An answer with every field of both outcomes in reach, so that a test can assert on any of them. */
export type Answer<T> = { ok: boolean; code?: string; retryInMs?: number; name?: string } & Partial<T>;
type Calls = Record<string, { payload: unknown; answer: unknown }>;
type CitizenCalls = { [C in keyof CitizenAnswers]: { payload: CitizenPayload<C>; answer: CitizenAnswers[C] } };
type StaffCalls = { [C in keyof StaffAnswers]: { payload: StaffPayload<C>; answer: StaffAnswers[C] } };

/** How long a call may go without an answer before a test calls it silence. */
const SILENCE_MS = 6000;

/** One socket of one namespace; remembers everything it was told. */
export class Client<C extends Calls> {
  readonly events: ConversationEvent[] = [];
  readonly inbox: InboxEntry[] = [];
  readonly heads: { conversationId?: string; service?: string; seq: number }[] = [];
  readonly told: { name: string; message: unknown }[] = [];

  constructor(readonly socket: Socket) {
    socket.onAny((name: string, message: unknown) => {
      this.told.push({ name, message });
      if (name === 'event') this.events.push(message as ConversationEvent);
      if (name === 'inbox') this.inbox.push(message as InboxEntry);
      if (name === 'head') this.heads.push(message as { seq: number });
    });
  }

  /** The acknowledgement of a call, refused or not. Rejects when there is none. */
  async call<N extends keyof C & string>(name: N, payload: C[N]['payload']): Promise<Answer<C[N]['answer']>> {
    return (await within(SILENCE_MS, `an answer to ${name}`, this.socket.emitWithAck(name, payload))) as Answer<C[N]['answer']>;
  }
  /** The acknowledgement of a call that must be taken. */
  async do<N extends keyof C & string>(name: N, payload: C[N]['payload']): Promise<Ack<C[N]['answer']> & { ok: true }> {
    const answer = await this.call(name, payload);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code}`);
    return answer as Ack<C[N]['answer']> & { ok: true };
  }
  /** A call that the contract does not know, or a payload that it refuses. */
  async raw(name: string, ...args: unknown[]): Promise<Answer<Record<string, unknown>>> {
    return (await within(SILENCE_MS, `an answer to ${name}`, this.socket.emitWithAck(name, ...args))) as Answer<Record<string, unknown>>;
  }

  /** The first event that fits, already told or to come. */
  event(what: string, fits: (event: ConversationEvent) => boolean, ms = 5000): Promise<ConversationEvent> {
    return until(`event: ${what}`, () => this.events.find(fits), ms);
  }
  async close(): Promise<void> {
    this.socket.disconnect();
  }
}
export type CitizenClient = Client<CitizenCalls>;
export type StaffClient = Client<StaffCalls>;

export interface Door {
  url: string;
  /** The Origin that is sent; false: none. Default: the url. */
  origin?: string | false;
  token?: string;
  options?: Options;
}

/** A socket that is connected, or an error that says why not. Reconnection is off: see Screen for a client that comes back. */
async function connect(namespace: '/citizen' | '/staff', { url, origin = url, token, options = {} }: Door): Promise<Socket> {
  const socket = io(`${url}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: 5000,
    ...options,
    extraHeaders: { ...(origin === false ? {} : { Origin: origin }), ...options.extraHeaders },
    auth: token === undefined ? {} : { token },
  });
  try {
    await within(
      6000,
      'a handshake',
      new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      }),
    );
  } catch (error) {
    socket.disconnect();
    throw error;
  }
  return socket;
}

export const citizenSocket = async (door: Door): Promise<CitizenClient> => new Client(await connect('/citizen', door));
export const staffSocket = async (door: Door): Promise<StaffClient> => new Client(await connect('/staff', door));
