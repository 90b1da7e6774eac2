import { normalise } from './normalise.js';
import { stemOf } from './stem.js';
import { wordsOf } from './words.js';

/**
 * Wordings that point at a value (a facet, a fact about oneself), found as runs of stems wherever they stand, overlapping or not: the caller
 * weighs them. Linear: at most eight look-ups a word.
 *
 * cues « ça coûte », « combien ça coûte » of cost; « combien ça coûte un pacs » → both, of 2 and 3 words
 */
export interface PhraseHit<T> {
  value: T;
  from: number;
  words: number;
}
const LONGEST = 8;

export class Phrases<T> {
  private readonly byStems = new Map<string, T[]>();
  private readonly starts = new Set<string>();

  constructor(cues: Iterable<readonly [string, T]>, stem: (word: string) => string = stemOf) {
    for (const [cue, value] of cues) {
      const stems = wordsOf(normalise(cue)).map(stem);
      if (stems.length === 0 || stems.length > LONGEST) continue;
      const key = stems.join(' ');
      this.starts.add(stems[0]!);
      const values = this.byStems.get(key);
      if (!values) this.byStems.set(key, [value]);
      else if (!values.includes(value)) values.push(value);
    }
  }

  find(stems: readonly string[]): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (let from = 0; from < stems.length; from++) {
      if (!this.starts.has(stems[from]!)) continue;
      let key = '';
      for (let words = 1; words <= LONGEST && from + words <= stems.length; words++) {
        key = words === 1 ? stems[from]! : `${key} ${stems[from + words - 1]!}`;
        for (const value of this.byStems.get(key) ?? []) hits.push({ value, from, words });
      }
    }
    return hits;
  }
}
