import { fold, normalise } from '../language/index.js';

/**
 * The way through a guided search, as the ids of its buttons hold it: one step for each question, the answer named by a mark of its label rather
 * than by its place, so that a button still means the same when a new edition of the corpus adds or moves branches.
 */
export const UNKNOWN = '*';
/** A question that changed nothing was not asked. */
export const SKIPPED = '-';
/** Ask here, whatever is known: one went back. */
export const STOP = '?';
/** In front of the mark of an answer that was known and not asked for. */
export const AUTO = '~';

export const isAuto = (step: string): boolean => step.startsWith(AUTO);

/** FNV-1a of the label as it compares, in base 36: siblings are few, and theirs differ. */
export function markOf(label: string): string {
  let hash = 0x811c9dc5;
  for (const character of fold(normalise(label)).replace(/\s+/g, ' ').trim())
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The steps up to the last answer given, which is asked for again; up to the last one assumed when none was given. Undefined at the start. */
export function stepsBack(steps: readonly string[]): string[] | undefined {
  const given = steps.findLastIndex((step) => step !== SKIPPED && !isAuto(step));
  const last = given >= 0 ? given : steps.findLastIndex(isAuto);
  return last < 0 ? undefined : [...steps.slice(0, last), STOP];
}
