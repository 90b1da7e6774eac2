import { englishStemOf, fold, languageOf, normalise, stemOf, wordHash, wordsOf } from '../language/index.js';

/**
 * What an utterance is told by, where nothing else than utterances is known: its words, their stems, pairs of neighbouring stems with the
 * ends of the message as neighbours, and runs of 2 to 5 letters inside a word, its ends marked. Pairs tell « cancel my card » from « my
 * card was cancelled »; runs let « transferring » and « trasnfer » resemble « transfer ». Each is named by a number, seeded by its kind.
 *
 * « my card » → words my, card; stems my, card; pairs ^_my, my_card, card_$; runs ^m, my, y$, ^my …
 */
export const WORD = 0;
export const STEM = 1;
const PAIR = 2;
export const RUN = 3;
export interface IntentFeatures {
  keys: Int32Array;
  kinds: Uint8Array;
}
export type Read = (text: string) => IntentFeatures;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 5;
/** A message of 4,000 characters must cost no more than a long one of a citizen. */
const READ_WORDS = 60;

/** Reads in the language that the whole file is written in: three words of one message may be of either. */
export function readerFor(texts: readonly string[]): Read {
  const words = texts.flatMap((text) => wordsOf(normalise(text)).map(fold));
  const stems = new Map<string, string>();
  const stemBy = languageOf(words, 0, () => false) === 'en' ? englishStemOf : stemOf;
  const stem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const found = stemBy(word);
    stems.set(word, found);
    return found;
  };
  for (const text of texts) for (const word of wordsOf(normalise(text))) stem(word);
  // Frozen from here on: what is asked later must not grow what is kept.
  return (text) => featuresOf(text, (word) => stems.get(word) ?? stemBy(word));
}

function featuresOf(text: string, stem: (word: string) => string): IntentFeatures {
  const found = new Map<number, number>();
  const add = (part: string, kind: number) => found.set(wordHash(part, kind + 1), kind);
  const words = wordsOf(normalise(text)).slice(0, READ_WORDS);
  let before = '^';
  for (const word of words) {
    const folded = fold(word);
    const own = stem(word);
    add(folded, WORD);
    add(own, STEM);
    add(`${before}_${own}`, PAIR);
    before = own;
    const marked = `^${folded}$`;
    for (let size = SHORTEST_RUN; size <= LONGEST_RUN; size++) {
      for (let at = 0; at + size <= marked.length; at++) add(marked.slice(at, at + size), RUN);
    }
  }
  if (words.length > 0) add(`${before}_$`, PAIR);
  return { keys: Int32Array.from(found.keys()), kinds: Uint8Array.from(found.values()) };
}
