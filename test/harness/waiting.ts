import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };

/** Waits until something holds; throws with what was waited for, since "timeout" alone tells a reader nothing. */
export async function until<T>(what: string, holds: () => T | Promise<T>, within = 5000, every = 20): Promise<NonNullable<T>> {
  const end = performance.now() + within;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`);
    await sleep(every);
  }
}

/** The promise, or an error that names it. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([
      promise,
      sleep(ms, undefined, { signal: late.signal }).then(() => {
        throw new Error(`not within ${ms} ms: ${what}`);
      }),
    ]);
  } finally {
    late.abort();
  }
}

/** Numbers that look random and are the same at every run of one seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
