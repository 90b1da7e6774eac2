import { describe, expect, it } from '@jest/globals';
import { fitBoosted, logOddsOf } from '../../../src/matching/boosted.js';
import { confidenceOf, fitConfidence } from '../../../src/matching/confidence.js';
import { fitLogistic, probabilityOf } from '../../../src/matching/logistic.js';

/** Right where exactly one of two features is high: no line tells that. A third feature says nothing. */
const rows = Array.from({ length: 400 }, (_, i) => [(i % 20) / 20, (Math.floor(i / 20) % 20) / 20, (i * 7) % 5]);
const right = rows.map(([a, b]) => a! > 0.5 !== b! > 0.5);
const share = (guess: (row: number[]) => boolean) => rows.filter((row, i) => guess(row) === right[i]).length / rows.length;

describe('boosted trees', () => {
  it('say what no line can: what one feature means may depend on another', () => {
    const line = fitLogistic(rows, right);
    const trees = fitBoosted(rows, right);
    expect(share((row) => probabilityOf(line, row) > 0.5)).toBeLessThan(0.6);
    expect(share((row) => logOddsOf(trees, row) > 0)).toBeGreaterThan(0.95);
  });

  it('come out the same each time', () => {
    expect(fitBoosted(rows, right)).toEqual(fitBoosted(rows, right));
  });

  it('give the odds of the labels where nothing tells them apart', () => {
    const same = Array.from({ length: 40 }, () => [1, 1]);
    const trees = fitBoosted(
      same,
      same.map((_, i) => i % 4 !== 0),
    );
    expect(logOddsOf(trees, [1, 1])).toBeCloseTo(Math.log(3), 1);
    expect(trees.from.every((cut) => cut === Infinity)).toBe(true);
  });

  it('have nothing to cut in few labels', () => {
    const trees = fitBoosted(rows.slice(0, 15), right.slice(0, 15));
    expect(trees.from.every((cut) => cut === Infinity)).toBe(true);
  });
});

describe('a confidence', () => {
  it('lies between what the line and what the trees say', () => {
    const both = fitConfidence(rows, right);
    const alone = { line: both.line };
    for (const row of rows.slice(0, 50)) {
      const trees = 1 / (1 + Math.exp(-logOddsOf(both.trees!, row)));
      const [low, high] = [Math.min(trees, confidenceOf(alone, row)), Math.max(trees, confidenceOf(alone, row))];
      expect(confidenceOf(both, row)).toBeGreaterThanOrEqual(low - 1e-6);
      expect(confidenceOf(both, row)).toBeLessThanOrEqual(high + 1e-6);
    }
  });
});
