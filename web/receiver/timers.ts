/** The clock a receiver or a sender lives by; tests hand in their own. */
export interface Timers {
  now(): number;
  /** Calls `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const wallTimers: Timers = {
  now: () => Date.now(),
  after(ms, task) {
    const id = setTimeout(task, ms);
    return () => clearTimeout(id);
  },
};

/** 1, 2, 4, 8, 10, 10 … seconds. */
export const backoff = (failures: number): number => Math.min(10_000, 1000 * 2 ** Math.min(failures, 4));
