import { io, type Socket } from 'socket.io-client';
import type { Ack, ErrorCode } from '../../src/contract/codes.js';
import { ERROR_CODES } from '../../src/contract/codes.js';
import { ACK_TIMEOUT_MS } from '../../src/contract/limits.js';
import { LinkDown, Refused } from './failures.js';

export type LinkState = 'connecting' | 'connected' | 'lost' | 'refused';
export interface LinkOptions {
  namespace: '/citizen' | '/staff';
  /** Asked at each connection, because a session may have been renewed meanwhile. */
  token?(): string | undefined;
  /** `refused` comes with the server's code when it gave one: mostly `auth`. */
  state(state: LinkState, code?: ErrorCode): void;
  /** What the server tells: event, head, typing, inbox. */
  told: Record<string, (message: never) => void>;
}
export interface Link {
  /** Never queues: a call on a broken link fails at once, so that the sender alone decides when to try again. */
  ask(call: string, payload: unknown): Promise<Ack>;
  /** As `ask`, but a refusal is thrown. */
  get<T>(call: string, payload: unknown): Promise<T>;
  /** Without acknowledgement, dropped when the link is down. */
  tell(call: string, payload: unknown): void;
  reconnect(): void;
  close(): void;
}

/** One authenticated socket. Socket.IO's own `retries` and buffers stay unused: they lose lines at a reload. */
export function openLink(options: LinkOptions): Link {
  const socket: Socket = io(options.namespace, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    withCredentials: true,
    reconnectionDelay: 1000,
    reconnectionDelayMax: 10_000,
    auth: (give) => give({ token: options.token?.() }),
  });
  let closed = false;
  let comeBackIn = 1000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const comeBack = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => !closed && socket.connect(), comeBackIn);
    comeBackIn = Math.min(10_000, comeBackIn * 2);
  };

  options.state('connecting');
  socket.on('connect', () => {
    options.state('connected');
  });
  socket.on('disconnect', (reason) => {
    if (closed) return;
    options.state('lost');
    // Closed by the server or by us on its `bye`: Socket.IO does not come back by itself.
    if (reason === 'io server disconnect' || reason === 'io client disconnect') comeBack();
  });
  socket.on('connect_error', (error) => {
    if (closed) return;
    // `active` says that Socket.IO tries again by itself; if not, the server's middleware said no.
    if (socket.active) return options.state('lost');
    const code = codeOf(error);
    options.state('refused', code);
    if (code !== 'auth') comeBack();
  });
  socket.on('bye', (bye: { retryInMs: number }) => {
    comeBackIn = Math.max(250, bye.retryInMs);
    socket.disconnect();
  });
  for (const [name, listener] of Object.entries(options.told)) {
    socket.on(name, (message: unknown) => {
      comeBackIn = 1000;
      listener(message as never);
    });
  }

  const ask = async (call: string, payload: unknown): Promise<Ack> => {
    if (!socket.connected) throw new LinkDown('not connected');
    try {
      return (await socket.timeout(ACK_TIMEOUT_MS).emitWithAck(call, payload)) as Ack;
    } catch {
      throw new LinkDown(`${call} was not acknowledged`);
    }
  };
  return {
    ask,
    async get<T>(call: string, payload: unknown): Promise<T> {
      const answer = await ask(call, payload);
      if (!answer.ok) throw new Refused(answer.code, answer.retryInMs);
      return answer as T;
    },
    tell(call, payload) {
      if (socket.connected) socket.emit(call, payload);
    },
    reconnect() {
      clearTimeout(timer);
      if (!socket.connected) socket.connect();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket.disconnect();
    },
  };
}

function codeOf(error: Error & { data?: { code?: unknown } }): ErrorCode | undefined {
  return ERROR_CODES.find((code) => code === error.data?.code || code === error.message);
}
