import { describe, it, expect } from '@jest/globals';
import * as fc from 'fast-check';
import { maskPersonalData } from '../../../src/masking/index.js';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const separator = fc.constantFrom('', ' ', '.', '-', '\u00A0', '\u202F');
const grouped = (text: string, sizes: readonly number[], by: string): string => {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) groups.push(text.slice(at, (at += size)));
  return [...groups, text.slice(at)].filter(Boolean).join(by);
};
const nir = fc
  .record({
    sex: fc.constantFrom('1', '2'),
    year: digits(2),
    month: fc.integer({ min: 1, max: 12 }),
    department: fc.oneof(
      fc.integer({ min: 1, max: 95 }).map((n) => String(n).padStart(2, '0')),
      fc.constantFrom('2A', '2B'),
    ),
    rest: digits(6),
    by: separator,
  })
  .map(({ sex, year, month, department, rest, by }) => {
    const number = `${sex}${year}${String(month).padStart(2, '0')}${department}${rest}`;
    const key = 97n - (BigInt(number.replace('2A', '19').replace('2B', '18')) % 97n);
    return grouped(`${number}${String(key).padStart(2, '0')}`, [1, 2, 2, 2, 3, 3], by);
  });
const iban = fc.record({ account: digits(23), by: separator, lower: fc.boolean() }).map(({ account, by, lower }) => {
  const check = 98n - (BigInt(`${account}152700`) % 97n);
  const text = grouped(`FR${String(check).padStart(2, '0')}${account}`, [4, 4, 4, 4, 4, 4], by);
  return lower ? text.toLowerCase() : text;
});
const luhnDigit = (start: string): number => [...Array(10).keys()].find((last) => luhnHolds(`${start}${last}`))!;
const luhnHolds = (number: string): boolean =>
  [...number]
    .toReversed()
    .reduce((sum, char, i) => sum + (i % 2 === 0 ? Number(char) : Number(char) > 4 ? Number(char) * 2 - 9 : Number(char) * 2), 0) %
    10 ===
  0;
const card = fc
  .record({ network: fc.constantFrom('4', '51', '55', '2221'), rest: digits(15), by: separator })
  .map(({ network, rest, by }) => {
    const start = `${network}${rest}`.slice(0, 15);
    return grouped(`${start}${luhnDigit(start)}`, [4, 4, 4], by);
  });
const siret = digits(13)
  .map((start) => `${start}${luhnDigit(start)}`)
  .filter((number) => luhnHolds(number.slice(0, 9)) || !/^3[0689]/.test(number));
const harmless = fc.oneof(
  siret,
  siret.map((number) => grouped(number, [3, 3, 3], ' ')),
  fc.integer({ min: 1, max: 9_999_999 }).map((n) => `${n.toLocaleString('fr-FR')} €`),
  fc
    .date({ min: new Date('1930-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toLocaleDateString('fr-FR')),
  fc.record({ year: fc.integer({ min: 2000, max: 2030 }), n: digits(6) }).map(({ year, n }) => `dossier ${year}-${n}`),
  digits(7).map((n) => `allocataire ${n}`),
  digits(5).map((n) => `code postal ${n}`),
  digits(13)
    .filter((n) => !n.startsWith('4') && !/^[56]/.test(n))
    .map((n) => `numéro fiscal ${n}`),
);
const SAMPLES = 2000;
const taken = (samples: readonly string[], kind: string) =>
  samples.filter((text) => maskPersonalData(`voici : ${text}, merci`).masked.some((masked) => masked.kind === kind)).length;

describe('masking of personal numbers', () => {
  it('takes at least 995 of 1,000 social security numbers, IBAN and cards, however they are separated', () => {
    expect(taken(fc.sample(nir, { numRuns: SAMPLES, seed: 1 }), 'nir') / SAMPLES).toBeGreaterThanOrEqual(0.995);
    expect(taken(fc.sample(iban, { numRuns: SAMPLES, seed: 2 }), 'iban') / SAMPLES).toBeGreaterThanOrEqual(0.995);
    expect(taken(fc.sample(card, { numRuns: SAMPLES, seed: 3 }), 'card') / SAMPLES).toBeGreaterThanOrEqual(0.995);
  });

  it('leaves at least 995 of 1,000 harmless numbers alone', () => {
    const samples = fc.sample(harmless, { numRuns: SAMPLES, seed: 4 });
    const wrong = samples.filter((text) => maskPersonalData(`voici : ${text}, merci`).masked.length > 0);
    expect(wrong.length / SAMPLES).toBeLessThanOrEqual(0.005);
  });

  it('replaces the number and keeps the rest of the sentence', () => {
    expect(maskPersonalData('mon numéro est 2 69 05 49 588 157 80 et je suis à Angers').text).toBe(
      'mon numéro est [numéro masqué] et je suis à Angers',
    );
    expect(maskPersonalData('FR76 3000 6000 0112 3456 7890 189 merci').text).toBe('[numéro masqué] merci');
  });

  it('takes addresses and telephone numbers, but not public short numbers', () => {
    const { text, masked } = maskPersonalData('jean@exemple.fr ou 06 12 34 56 78, sinon le 3939 ou le 17');
    expect(text).toBe('[adresse masquée] ou [téléphone masqué], sinon le 3939 ou le 17');
    expect(masked).toEqual([{ kind: 'email' }, { kind: 'phone' }]);
  });

  it('leaves a date followed by an hour alone', () => {
    expect(maskPersonalData('le 01.02.2023 12 h 30').masked).toEqual([]);
  });

  it('removes characters that hide text', () => {
    expect(maskPersonalData('pas\u200Bse\u202Eport\u{E0041}').text).toBe('passeport');
    expect(maskPersonalData('4970\u200B1012').text).toBe('49701012');
  });

  it('never loses or adds anything but the masked places', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { text: out, masked } = maskPersonalData(text);
        if (masked.length === 0) expect(out.length).toBeLessThanOrEqual(text.length);
      }),
      { seed: 5 },
    );
  });

  // What they cost is measured by `bench/transport/long-messages.mjs`.
  it('finds nothing in 4,000 characters that only begin like numbers and addresses', () => {
    for (const unit of ['1 ', '0', '@a.', 'FR76 ', '+33 ', '4 9 7 0 ']) {
      const text = unit.repeat(4000 / unit.length);
      expect(maskPersonalData(text)).toEqual({ text, masked: [] });
    }
  });
});
