import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import wabt from 'wabt';
import { ASSEMBLED, cosines, rowLength, toRow } from '../../../src/matching/cosines.js';
import { seeded } from '../../../src/matching/seeded.js';
import { toUnitLength } from '../../../src/matching/word-vectors.js';

const random = seeded(11);
const vectorOf = (dimensions: number) => toUnitLength(Float32Array.from({ length: dimensions }, () => random() - 0.5));

describe('cosines', () => {
  it('are those of the vectors that the rows were made of', () => {
    const one = vectorOf(96);
    const others = Array.from({ length: 7 }, () => vectorOf(96));
    const rows = Int8Array.from(others.flatMap((other) => [...toRow(other)]));
    const exact = others.map((other) => other.reduce((sum, value, k) => sum + value * one[k]!, 0));
    [...cosines(toRow(one), rows)].forEach((cosine, at) => expect(cosine).toBeCloseTo(exact[at]!, 1));
  });

  it('are exact in whole numbers, whatever the length, and however many rows there are', () => {
    for (const dimensions of [1, 16, 17, 96, 300]) {
      const length = rowLength(dimensions);
      const rows = Int8Array.from({ length: length * 3000 }, (_, k) => (k % length < dimensions ? Math.floor(random() * 255) - 127 : 0));
      const one = rows.slice(length, 2 * length);
      const productWith = (row: number) => one.reduce((sum, value, k) => sum + value * rows[row * length + k]!, 0);
      const found = cosines(one, rows, 5);
      expect(found).toHaveLength(2995);
      for (const at of [0, 1, 1360, 2994]) expect(found[at]).toBe(Math.fround(productWith(at + 5) / 127 ** 2));
    }
  });

  it('of no rows are none', () => {
    expect(cosines(toRow(vectorOf(96)), new Int8Array(0))).toHaveLength(0);
  });

  it('are computed by the bytes of the program that stands beside them', async () => {
    const text = readFileSync(new URL('../../../src/matching/cosines.wat', import.meta.url), 'utf8');
    const { parseWat } = await wabt();
    const { buffer } = parseWat('cosines.wat', text, { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(ASSEMBLED);
  });
});
