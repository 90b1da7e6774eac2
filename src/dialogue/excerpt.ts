import type { Block } from '../contract/index.js';
import type { Analyser } from '../language/index.js';
import type { Found } from './passage-search.js';
import { onlyUnits, unitsOf, type Unit } from './units.js';

export interface Excerpt {
  blocks: Block[];
  /** Something of the passage is left out. */
  cut: boolean;
}
export const ROOM = { first: 300, next: 300, alone: 600, all: 800, shared: 600, onwards: 0.125, back: 0.1, floor: 0.6, uncovered: 0.6 };

/**
 * The part of a passage that holds the answer, in at most `room` characters: the best unit with what introduces it, then the others that
 * answer as well and those beside what is shown, as long as they fit. Never cut within a sentence, an item or a row; the best unit
 * stands there whatever its length.
 */
export function excerptOf({ passage, best, worths, shares }: Found, room: number, analyser: Analyser): Excerpt {
  const units = unitsOf(passage, analyser);
  const taken = new Set<number>();
  const covered = new Float64Array(shares.length);
  const worthOf = (at: number) =>
    worths[at]! + ROOM.uncovered * shares.reduce((sum, share, term) => sum + Math.max(0, share[at]! - covered[term]!), 0);
  let left = room;
  const take = (at: number) => {
    for (const each of [at, ...leadsOf(units, at)]) {
      if (!taken.has(each)) left -= units[each]!.text.length + JOIN;
      taken.add(each);
      shares.forEach((share, term) => (covered[term] = Math.max(covered[term]!, share[each]!)));
    }
  };
  take(best);
  const least = worths[best]! * ROOM.floor;
  // A card stands alone.
  while (!units[best]!.card) {
    let next = -1;
    let most = -Infinity;
    units.forEach(({ text, card }, at) => {
      if (card || taken.has(at)) return;
      const beside = taken.has(at - 1) ? ROOM.onwards : taken.has(at + 1) ? ROOM.back : undefined;
      const alone = worthOf(at);
      if (beside === undefined && alone < least) return;
      const leads = leadsOf(units, at).reduce((sum, lead) => sum + (taken.has(lead) ? 0 : units[lead]!.text.length + JOIN), 0);
      const worth = alone + (beside ?? 0);
      if (worth > most && text.length + JOIN + leads <= left) [next, most] = [at, worth];
    });
    if (next < 0) break;
    take(next);
  }
  return { blocks: onlyUnits(passage.blocks, taken), cut: units.some(({ card }, at) => !card && !taken.has(at)) };
}
/** Between two units stand a space or « ; ». */
const JOIN = 3;
const MOST_LEADS = 2;

function leadsOf(units: readonly Unit[], of: number): number[] {
  const leads: number[] = [];
  for (let at = units[of]!.lead; at !== undefined && leads.length < MOST_LEADS; at = units[at]!.lead) leads.push(at);
  return leads;
}
