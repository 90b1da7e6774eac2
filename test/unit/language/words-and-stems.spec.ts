import { describe, it, expect } from '@jest/globals';
import { entitiesOf, normalise, stemOf, wordsOf } from '../../../src/language/index.js';

describe('reading a message', () => {
  it('gives one spelling to apostrophes, ligatures, case and hidden characters', () => {
    expect(normalise('J’ai  DEMANDÉ l´œuvre\u200B')).toBe("j'ai demandé l'oeuvre");
  });

  it('reads usual letters the same whether or not something rare stands beside them', () => {
    const usual = '« À L’ÉTÉ, ÇA COÛTE combien–là ? » 8 € ; Œuvre, naïf, Noël, Ÿ `d\'ici` "a_b"';
    const rare = '\u200B';
    expect(normalise(rare + usual)).toBe(normalise(usual));
    for (const letter of usual) expect(normalise(letter + rare)).toBe(normalise(letter));
  });

  it('cuts elided words off and keeps words that hold an apostrophe', () => {
    expect(wordsOf("l'acte d'aujourd'hui aux prud'hommes, jusqu'à rendez-vous")).toEqual([
      'l',
      'acte',
      'd',
      'aujourdhui',
      'aux',
      'prudhommes',
      'jusqu',
      'à',
      'rendez',
      'vous',
    ]);
  });

  it('frees a figure glued to its unit, not the letters of a code', () => {
    expect(wordsOf('ma fille de 8ans a la c2s')).toEqual(['ma', 'fille', 'de', '8', 'ans', 'a', 'la', 'c2s']);
  });

  it('brings the forms of a word together whether accents were typed or not', () => {
    expect(new Set(['déménager', 'déménagé', 'demenage', 'déménagements'].map(stemOf)).size).toBe(1);
  });

  it('keeps apart the words that stemming would confuse', () => {
    expect(stemOf('logement')).not.toBe(stemOf('logé'));
    expect(stemOf('né')).toBe(stemOf('née'));
    expect(stemOf('né')).not.toBe(stemOf('ne'));
    expect(stemOf('données')).not.toBe(stemOf('don'));
  });

  it.each([
    ['ma fille de 8 ans', { age: 8 }],
    ['mon père a 82 ans', { age: 82 }],
    ['mon bébé de 5 mois', { age: 0 }],
    ['he is 17 years old', { age: 17 }],
    ['mon permis a été perdu il y a 3 ans', {}],
    ['je travaille là depuis 5 ans', {}],
    ['il me réclame 1 250,50 € avant le 3 mars 2026', { amount: 1250.5, date: '2026-03-03' }],
    ['rendez-vous le 12/05/2026', { date: '2026-05-12' }],
    ['je suis à 49990 Valclair', { postcode: '49990' }],
  ])('reads the figures of « %s »', (text, expected) => {
    expect(entitiesOf(normalise(text))).toEqual(expected);
  });
});
