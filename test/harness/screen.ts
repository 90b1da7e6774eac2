import { io, type Socket } from 'socket.io-client';
import { createReceiver, type Receiver } from '../../web/receiver/receiver.js';
import { createSender, type Sender } from '../../web/receiver/sender.js';
import type { Store } from '../../web/receiver/outbox.js';
import type { Ack, ConversationEvent, Synced } from '../../src/contract/index.js';
import type { Agent, Citizen } from './people.js';

/** What of a browser's sessionStorage outlives a reload of the tab. */
export function tabStorage(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const open = new Set<Screen>();
/** For afterEach: a failed test leaves no screen behind that would keep the run alive. */
export const closeScreens = (): void => open.forEach((screen) => screen.close());

export interface ScreenOptions {
  /** Where the socket goes: the service itself or a faulty link to it. */
  url: string;
  /** The Origin: the service's own. */
  home: string;
  namespace: '/citizen' | '/staff';
  token: string;
  conversationId: string;
  store?: Store;
  /** What has to be said again after each connection, so that the server puts the socket back into its room. */
  rejoin?: (ask: (call: string, payload: object) => Promise<Ack>) => Promise<unknown>;
  /** What this sender's messages carry besides their text. */
  extra?: () => object;
}

/**
 * One person's screen with the product's own receiver and sender over a real socket, coming back after every loss:
 * what a browser shows, without the browser.
 */
export class Screen {
  readonly lines: ConversationEvent[] = [];
  /** clientIds that the server acknowledged. */
  readonly acknowledged = new Set<string>();
  readonly sent: string[] = [];
  readonly refusals: string[] = [];
  byes = 0;
  connects = 0;
  readonly socket: Socket;
  private readonly receiver: Receiver<ConversationEvent>;
  private readonly sender: Sender;
  closed = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ScreenOptions) {
    const { url, home, namespace, token, store } = options;
    this.socket = io(`${url}${namespace}`, {
      transports: ['websocket'],
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: 50,
      reconnectionDelayMax: 400,
      timeout: 2000,
      extraHeaders: { Origin: home },
      auth: { token },
    });
    this.receiver = createReceiver<ConversationEvent>({
      apply: (lines) => {
        this.lines.push(...lines);
        for (const { clientId } of lines) if (clientId !== undefined) this.sender.seen(clientId);
      },
      fetch: async (after, limit) => {
        const page = (await this.ask('events:sync', { conversationId: options.conversationId, after, limit })) as Ack<Synced>;
        if (!page.ok) throw Object.assign(new Error(page.code), { retryInMs: page.retryInMs ?? 100 });
        return { lines: page.events, head: page.head, more: page.more };
      },
    });
    this.sender = createSender({
      emit: (call, payload) => this.ask(call, payload),
      store,
      accepted: (line) => this.acknowledged.add(line.clientId),
      refused: (_line, code) => this.refusals.push(code),
    });
    this.listen();
    open.add(this);
    this.socket.connect();
  }

  /** Emits through the outbox; answers the clientId, or undefined while 20 lines wait. */
  say(text: string): string | undefined {
    const clientId = this.sender.send(this.options.conversationId, 'message:send', { text, ...this.options.extra?.() }) ?? undefined;
    if (clientId !== undefined) this.sent.push(clientId);
    return clientId;
  }
  /** Lines that wait for their acknowledgement; those given up are tried again. */
  get waiting(): number {
    for (const { clientId, state } of this.sender.lines) if (state === 'unsent') this.sender.retry(clientId);
    return this.sender.lines.length;
  }
  get last(): number {
    return this.receiver.last;
  }
  /** The tab goes away as a reload does: no goodbye, the outbox stays in its storage. */
  close(): void {
    open.delete(this);
    this.closed = true;
    clearTimeout(this.timer);
    this.sender.close();
    this.receiver.close();
    this.socket.disconnect();
  }

  private listen(): void {
    const { socket, receiver } = this;
    socket.on('connect', () => {
      this.connects += 1;
      void this.arrive();
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.comeBack(100);
    });
    socket.on('connect_error', () => {
      if (!socket.active) this.comeBack(200);
    });
    socket.on('bye', ({ retryInMs }: { retryInMs: number }) => {
      this.byes += 1;
      socket.disconnect();
      this.comeBack(retryInMs);
    });
    socket.on('event', (event: ConversationEvent) => event.conversationId === this.options.conversationId && receiver.take(event));
    socket.on('head', (head: { conversationId?: string; seq: number }) => {
      if (head.conversationId === this.options.conversationId) receiver.head(head.seq);
    });
  }

  private async arrive(): Promise<void> {
    try {
      await this.options.rejoin?.((call, payload) => this.ask(call, payload));
    } catch {
      // The link went again; the next connection says it again.
    }
    this.receiver.sync();
    this.sender.wake();
  }
  private comeBack(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => !this.closed && this.socket.connect(), ms);
  }
  private ask(call: string, payload: object): Promise<Ack> {
    if (!this.socket.connected) return Promise.reject(new Error('not connected'));
    return this.socket.timeout(1500).emitWithAck(call, payload) as Promise<Ack>;
  }
}

type Where = { url: string; home: string; store?: Store };

export const citizenScreen = ({ token, conversationId }: Citizen, where: Where): Screen =>
  new Screen({
    ...where,
    namespace: '/citizen',
    token,
    conversationId,
    rejoin: (ask) => ask('conversation:open', { site: 'demo', lang: 'fr', resume: conversationId }),
  });

export const agentScreen = ({ token, epochs }: Agent, conversationId: string, where: Where): Screen =>
  new Screen({
    ...where,
    namespace: '/staff',
    token,
    conversationId,
    extra: () => ({ epoch: epochs.get(conversationId) }),
    rejoin: (ask) => ask('lease:renew', { items: [{ conversationId, epoch: epochs.get(conversationId) }] }),
  });
