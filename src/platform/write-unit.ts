import type { Tx } from './sql.js';

/** A unit took longer than it may; it was rolled back. */
export class UnitTooSlow extends Error {}

/** Longest a unit may take, in milliseconds; then it is rolled back and its caller told. */
export const UNIT_DEADLINE_MS = 5000;

/**
 * The only way to write. `perform` runs the work in a transaction and resolves after its commit: whoever acknowledges or
 * announces does so behind the `await`. The work must use its `tx` alone and await nothing else: on SQLite other
 * units wait for it.
 */
export abstract class WriteUnit {
  abstract perform<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when nothing is waiting. */
  abstract drained(): Promise<void>;
}

/** Rejects after the deadline; the work's transaction must then refuse further statements. */
export function withDeadline<T>(work: Promise<T>, ms = UNIT_DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnitTooSlow(`a write unit took more than ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
