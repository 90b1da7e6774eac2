import { RECEIVE_BUFFER, SYNC_PAGE } from '../../src/contract/limits.js';
import { backoff, wallTimers, type Timers } from './timers.js';

/** A line of a numbered log: an event of a conversation, or an entry of a service's inbox. */
export interface Numbered {
  /** 1, 2, 3 … without a gap. */
  seq: number;
}
export interface Page<L> {
  lines: L[];
  head: number;
  more: boolean;
}
export interface ReceiverOptions<L extends Numbered> {
  /** Last line already applied; 0 when nothing is known. */
  last?: number;
  /** Lines in order, each exactly once; several at a time so that a page is drawn in one go. */
  apply(lines: L[]): void;
  /** Reads the log after a line; rejects when the link is down, with `retryInMs` on the error if the server gave one. */
  fetch(after: number, limit: number): Promise<Page<L>>;
  /** Lines of a kind nobody here knows are counted and left out. */
  knows?(line: L): boolean;
  timers?: Timers;
}
export interface Receiver<L extends Numbered> {
  /** A line pushed by the server: perhaps twice, perhaps too early. */
  take(line: L): void;
  /** The server's beacon: the log goes up to here. */
  head(seq: number): void;
  /** Asks for what is missing now: on connect, on coming online, when the tab is seen again. */
  sync(): void;
  readonly last: number;
  readonly unknown: number;
  close(): void;
}

const HEAD_PATIENCE_MS = 1000;

/**
 * Makes an at-most-once, unordered push into an exact log: each line once, in order, none missing for long.
 * Pushes are hints and the fetch is the truth, so losing, doubling or reordering pushes changes only the delay.
 *
 * Example: after 1 and 2, a push of 5 is kept aside and a fetch of "after 2" brings 3 and 4; then 5 follows from
 * the buffer. A lost last line is found by the beacon: `head(6)` that is not caught up within a second fetches 6.
 */
export function createReceiver<L extends Numbered>(options: ReceiverOptions<L>): Receiver<L> {
  const { apply, fetch, knows = () => true, timers = wallTimers } = options;
  const aside = new Map<number, L>();
  let last = options.last ?? 0;
  let head = last;
  let unknown = 0;
  let running = false;
  let again = false;
  let failures = 0;
  let closed = false;
  let stopHeadWait: (() => void) | undefined;
  let stopRetry: (() => void) | undefined;

  /** Applies what follows on directly, out of `lines` first and then out of what was kept aside. */
  function advance(lines: readonly L[]): void {
    const ready: L[] = [];
    const push = (line: L): void => {
      last = line.seq;
      if (knows(line)) ready.push(line);
      else unknown += 1;
    };
    for (const line of lines) if (line.seq === last + 1) push(line);
    for (let next = aside.get(last + 1); next; next = aside.get(last + 1)) push(next);
    for (const seq of aside.keys()) if (seq <= last) aside.delete(seq);
    if (last > head) head = last;
    if (ready.length > 0) apply(ready);
  }

  async function run(): Promise<void> {
    running = true;
    stopRetry?.();
    stopRetry = undefined;
    try {
      for (let more = true; more;) {
        again = false;
        const before = last;
        const page = await fetch(last, SYNC_PAGE);
        if (closed) return;
        if (page.head > head) head = page.head;
        advance([...page.lines].sort((a, b) => a.seq - b.seq));
        const behind = page.more || last < head || aside.size > 0;
        if (behind && last === before && !again) throw new Error('the log did not move');
        more = behind || again;
      }
      failures = 0;
    } catch (error) {
      if (!closed) retryLater(error);
    } finally {
      running = false;
    }
  }

  function retryLater(error: unknown): void {
    const asked = (error as { retryInMs?: number } | undefined)?.retryInMs;
    stopRetry = timers.after(asked ?? backoff(failures), () => void run());
    failures += 1;
  }

  function sync(): void {
    if (closed) return;
    if (running) again = true;
    else void run();
  }

  return {
    take(line) {
      if (closed || line.seq <= last) return;
      if (line.seq === last + 1) return advance([line]);
      if (aside.size < RECEIVE_BUFFER) aside.set(line.seq, line);
      if (line.seq > head) head = line.seq;
      if (!running && !stopRetry) sync();
    },
    head(seq) {
      if (seq > head) head = seq;
      if (closed || head <= last || stopHeadWait) return;
      stopHeadWait = timers.after(HEAD_PATIENCE_MS, () => {
        stopHeadWait = undefined;
        if (head > last && !running && !stopRetry) sync();
      });
    },
    sync,
    get last() {
      return last;
    },
    get unknown() {
      return unknown;
    },
    close() {
      closed = true;
      stopHeadWait?.();
      stopRetry?.();
    },
  };
}
