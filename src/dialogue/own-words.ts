import type { Analysis } from '../language/index.js';
import type { Snapshot } from '../matching/index.js';

/** The stems of the words that say more than a side of a procedure or a fact of oneself: none in « et en combien de temps ? ». */
export function ownStems({ cues }: Snapshot, analysis: Analysis): string[] {
  const own = new Set(cues.bareWords(analysis));
  return analysis.tokens.flatMap(({ word, stem }) => (own.has(word) ? [stem] : []));
}
