import { fold, wordHash, type Analysis } from '../language/index.js';

/**
 * What of a message is compared with what: stems, concepts, function words, pairs of neighbours and letter runs, each in its own
 * channel with its own weight, so that none drowns the others. Function words and pairs tell « j'ai perdu » from « j'ai retrouvé »
 * questions and « combien » from « où »; letter runs survive typos. Each is named by a number (a hash seeded by its channel).
 *
 * « j'ai perdu ma carte d'identité » → stems perdu, cart, ident; concept carte-identite; function words j, ai…; pairs perdu_ma…; runs ^per, perd…
 */
export const CHANNELS = ['stem', 'concept', 'function', 'pair', 'gram'] as const;
export type Channel = (typeof CHANNELS)[number];
const [STEM, CONCEPT, FUNCTION, PAIR, GRAM] = [0, 1, 2, 3, 4];
export interface Features {
  keys: Int32Array;
  /** Index into CHANNELS. */
  channels: Uint8Array;
}
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;
const GRAMMED_WORDS = 60;

export function featuresOf({ tokens, concepts }: Pick<Analysis, 'tokens' | 'concepts'>): Features {
  const found = new Map<number, number>();
  const add = (text: string, channel: number) => found.set(wordHash(text, channel + 1), channel);
  let before = '^';
  let grammed = 0;
  for (const { kind, stem, typed } of tokens) {
    add(stem, kind === 'content' ? STEM! : FUNCTION!);
    add(`${before}_${stem}`, PAIR!);
    before = stem;
    if (kind === 'content' && grammed++ < GRAMMED_WORDS) addGrams(typed, found);
  }
  for (const { id } of concepts) add(id, CONCEPT!);
  const keys = new Int32Array(found.size);
  const channels = new Uint8Array(found.size);
  let at = 0;
  for (const [key, channel] of found) {
    keys[at] = key;
    channels[at++] = channel;
  }
  return { keys, channels };
}

/** Runs of 3 and 4 letters of a word, its ends marked; accents dropped. */
function addGrams(typed: string, found: Map<number, number>): void {
  const word = `^${fold(typed)}$`;
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let at = 0; at + size <= word.length; at++) found.set(wordHash(word, GRAM! + 1, at, at + size), GRAM!);
  }
}
