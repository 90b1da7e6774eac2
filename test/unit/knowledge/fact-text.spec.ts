import { describe, expect, it } from '@jest/globals';
import { factText } from '../../../src/knowledge/fact-text.js';

/** With ordinary spaces: which no-break space stands where is typography. */
const read = (value: number | string, unit: string) => factText({ value, unit }).replace(/[\u00a0\u202f]/g, ' ');

describe('a fact reads as French writes it', () => {
  it.each([
    [86, '€', '86 €'],
    [646.5, '€', '646,50 €'],
    [12345.6, '€', '12 345,60 €'],
    [1, 'ans', '1 an'],
    [10, 'ans', '10 ans'],
    [2, 'an', '2 ans'],
    [1.5, 'an', '1,5 an'],
    [1, 'mois', '1 mois'],
    [2, 'mois', '2 mois'],
    [1, 'jours ouvrés', '1 jour ouvré'],
    [40.4, '%', '40,4 %'],
    [50, 'km/h', '50 km/h'],
    [3, '', '3'],
    ['3 août 2031', '', '3 août 2031'],
    ['environ 199', '€', 'environ 199 €'],
  ])('%s %s → %s', (value, unit, expected) => {
    expect(read(value, unit)).toBe(expected);
  });
});
