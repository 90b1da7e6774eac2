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

/** The wordings that go on from here, and the values of the one that ends here. */
interface Branch<T> {
  next: Map<string, Branch<T>>;
  values: T[];
}

/** The wordings stand in a tree of stems: a word that starts none costs one look-up, and no text is put together to be looked up. */
export class Phrases<T> {
  private readonly root: Branch<T> = { next: new Map(), values: [] };

  constructor(cues: Iterable<readonly [string, T]>, stem: (word: string) => string = stemOf) {
    for (const [cue, value] of cues) {
      const stems = wordsOf(normalise(cue)).map(stem);
      if (stems.length === 0 || stems.length > LONGEST) continue;
      let here = this.root;
      for (const each of stems) {
        const next = here.next.get(each) ?? { next: new Map(), values: [] };
        here.next.set(each, next);
        here = next;
      }
      if (!here.values.includes(value)) here.values.push(value);
    }
  }

  find(stems: readonly string[]): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (let from = 0; from < stems.length; from++) {
      let here = this.root.next.get(stems[from]!);
      for (let words = 1; here !== undefined; words++) {
        for (const value of here.values) hits.push({ value, from, words });
        here = from + words < stems.length ? here.next.get(stems[from + words]!) : undefined;
      }
    }
    return hits;
  }
}
