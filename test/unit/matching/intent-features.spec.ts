import { describe, expect, it } from '@jest/globals';
import { readerFor } from '../../../src/matching/intent-features.js';

const ENGLISH = ['how do i pay the bill', 'what is on my account', 'where are the payments'];
const FRENCH = ['comment est-ce que je paie la facture', 'où sont les paiements', 'je veux mes déclarations'];
const shared = (texts: string[], a: string, b: string): number => {
  const read = readerFor(texts);
  const keys = new Set(read(a).keys);
  return read(b).keys.filter((key) => keys.has(key)).length;
};

describe('what an utterance is told by', () => {
  it('is read in the language of the file', () => {
    // « generously » and « generous » have one stem in English, two in French.
    expect(shared(ENGLISH, 'generously', 'generous')).toBe(shared(FRENCH, 'generously', 'generous') + 3);
  });

  it('does not depend on accents, case or the form of an apostrophe', () => {
    const read = readerFor(FRENCH);
    expect(read('L’ÉTÉ')).toEqual(read("l'été"));
  });

  it('is nothing where nothing is said', () => {
    for (const text of ['', '   ', '?!', '🙂']) expect(readerFor(ENGLISH)(text).keys).toHaveLength(0);
  });

  it('is bounded, however long the message', () => {
    const words = Array.from({ length: 2000 }, (_, i) => `word${i}`).join(' ');
    expect(readerFor(ENGLISH)(words).keys.length).toBeLessThan(3000);
  });
});
