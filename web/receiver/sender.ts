import type { Ack, ErrorCode } from '../../src/contract/codes.js';
import { OUTBOX_LINES, UNSENT_AFTER_MS } from '../../src/contract/limits.js';
import { createOutbox, type Store } from './outbox.js';
import { backoff, wallTimers, type Timers } from './timers.js';

/** A call that waits for its acknowledgement. `payload` holds what the call carries besides its two identifiers. */
export interface Line {
  clientId: string;
  conversationId: string;
  call: string;
  payload: Record<string, unknown>;
  /** When the writer pressed the button, or asked for another try. */
  since: number;
  /** `unsent`: given up until somebody presses « Réessayer ». */
  state: 'sending' | 'unsent';
  code?: ErrorCode;
}
export interface SenderOptions {
  /** Emits one call; rejects when the link is down or no acknowledgement came in time. */
  emit(call: string, payload: Record<string, unknown>): Promise<Ack>;
  /** The frame's sessionStorage, so that a reload sends what was not acknowledged, under the same clientId. */
  store?: Store;
  changed?(lines: readonly Line[]): void;
  accepted?(line: Line, answer: Ack & { ok: true }): void;
  refused?(line: Line, code: ErrorCode, retryInMs?: number): void;
  newId?(): string;
  timers?: Timers;
}
export interface Sender {
  /** Takes a call in charge and answers its clientId, or null when 20 lines wait already. */
  send(conversationId: string, call: string, payload: Record<string, unknown>): string | null;
  /** An event bearing this clientId was received: the call was taken even if its acknowledgement was lost. */
  seen(clientId: string): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** The link is back: try now instead of waiting for the next attempt. */
  wake(): void;
  clear(conversationId?: string): void;
  readonly lines: readonly Line[];
  close(): void;
}

/** Refusals that another try may lift. All the others are final: the line stays, unsent, with its code. */
const PASSING: readonly ErrorCode[] = ['busy', 'rate', 'degraded', 'disk-full'];

interface Lane {
  inFlight: boolean;
  failures: number;
  notBefore: number;
  cancel?: () => void;
}

/**
 * Sends each call until it is acknowledged, always under the same clientId, one in flight per conversation so that
 * order is kept. The server knows repeated ids, so at-least-once here is exactly-once there.
 */
export function createSender(options: SenderOptions): Sender {
  const { emit, timers = wallTimers, newId = () => crypto.randomUUID() } = options;
  const outbox = createOutbox(options.store);
  const lanes = new Map<string, Lane>();
  let lines: Line[] = outbox.read().map((line) => (line.state === 'sending' ? { ...line, since: timers.now() } : line));
  let closed = false;

  function set(next: Line[]): void {
    lines = next;
    outbox.write(lines);
    options.changed?.(lines);
  }
  const patch = (clientId: string, change: Partial<Line>): void =>
    set(lines.map((line) => (line.clientId === clientId ? { ...line, ...change } : line)));
  const drop = (clientId: string): void => {
    if (lines.some((line) => line.clientId === clientId)) set(lines.filter((line) => line.clientId !== clientId));
  };
  const has = (clientId: string): boolean => lines.some((line) => line.clientId === clientId);
  const laneOf = (conversationId: string): Lane => {
    let lane = lanes.get(conversationId);
    if (!lane) lanes.set(conversationId, (lane = { inFlight: false, failures: 0, notBefore: 0 }));
    return lane;
  };

  function pump(conversationId: string): void {
    const lane = laneOf(conversationId);
    const line = lines.find((one) => one.conversationId === conversationId && one.state === 'sending');
    lane.cancel?.();
    lane.cancel = undefined;
    if (closed || lane.inFlight || !line) return;
    const wait = lane.notBefore - timers.now();
    if (wait > 0) lane.cancel = timers.after(wait, () => pump(conversationId));
    else void attempt(lane, line);
  }

  async function attempt(lane: Lane, line: Line): Promise<void> {
    lane.inFlight = true;
    const { conversationId, clientId } = line;
    const answer = await emit(line.call, { ...line.payload, conversationId, clientId }).catch(() => undefined);
    lane.inFlight = false;
    if (closed) return;
    if (answer?.ok || !has(clientId)) {
      lane.failures = 0;
      lane.notBefore = 0;
      drop(clientId);
      if (answer?.ok) options.accepted?.(line, answer);
    } else {
      failed(lane, line, answer);
    }
    pump(conversationId);
  }

  function failed(lane: Lane, line: Line, answer: (Ack & { ok: false }) | undefined): void {
    const now = timers.now();
    if (answer) options.refused?.(line, answer.code, answer.retryInMs);
    if (answer && !PASSING.includes(answer.code)) return patch(line.clientId, { state: 'unsent', code: answer.code });
    const age = now - line.since;
    if (age >= UNSENT_AFTER_MS && !answer?.retryInMs) {
      lane.failures = 0;
      lane.notBefore = 0;
      return patch(line.clientId, { state: 'unsent', code: answer?.code });
    }
    if (answer) patch(line.clientId, { code: answer.code });
    const pause = answer?.retryInMs ?? Math.min(backoff(lane.failures), Math.max(0, UNSENT_AFTER_MS - age));
    lane.failures += 1;
    lane.notBefore = now + pause;
  }

  const start = (conversationId: string): void => {
    const lane = laneOf(conversationId);
    lane.failures = 0;
    lane.notBefore = 0;
    pump(conversationId);
  };
  queueMicrotask(() => new Set(lines.map((line) => line.conversationId)).forEach(pump));

  return {
    send(conversationId, call, payload) {
      if (closed || lines.length >= OUTBOX_LINES) return null;
      const clientId = newId();
      set([...lines, { clientId, conversationId, call, payload, since: timers.now(), state: 'sending' }]);
      pump(conversationId);
      return clientId;
    },
    seen: drop,
    retry(clientId) {
      const line = lines.find((one) => one.clientId === clientId);
      if (!line) return;
      patch(clientId, { state: 'sending', since: timers.now(), code: undefined });
      start(line.conversationId);
    },
    discard: drop,
    wake: () => lanes.forEach((_lane, conversationId) => start(conversationId)),
    clear: (conversationId) => set(conversationId ? lines.filter((line) => line.conversationId !== conversationId) : []),
    get lines() {
      return lines;
    },
    close() {
      closed = true;
      lanes.forEach((lane) => lane.cancel?.());
    },
  };
}
