import { describe, expect, it } from '@jest/globals';
import { toProbabilities, trainNetwork, type Lesson } from '../../../src/matching/network.js';

const one = (target: number, ...ids: number[]): Lesson => ({
  vector: { ids: Int32Array.from(ids), weights: Float32Array.from(ids, () => 1 / Math.sqrt(ids.length)) },
  target,
});
const likeliest = (scores: Float32Array): number => scores.indexOf(Math.max(...scores));
/** Either axis alone says the first target, both together or none the second: no sum of weights says that. */
const EITHER = [one(1), one(0, 0), one(0, 1), one(1, 0, 1)];
const lessons = Array.from({ length: 100 }, () => EITHER).flat();
const size = { axes: 2, targets: 2 };

describe('the network', () => {
  const network = trainNetwork(lessons, size, 20);

  it('learns what a sum of weights cannot say', () => {
    expect(EITHER.map(({ vector }) => likeliest(network.scores(vector)))).toEqual(EITHER.map(({ target }) => target));
  });

  it('is the same for the same lessons', () => {
    const again = trainNetwork(lessons, size, 20);
    for (const { vector } of EITHER) expect(again.scores(vector)).toEqual(network.scores(vector));
  });

  it('leaves the lessons as they were given', () => {
    const given = EITHER.map(({ vector }) => [...vector.weights]);
    trainNetwork(EITHER, size, 3);
    expect(EITHER.map(({ vector }) => [...vector.weights])).toEqual(given);
  });
});

describe('probabilities', () => {
  it('sum to one, however large the scores', () => {
    const scores = Float32Array.from([1000, 999, -1000]);
    toProbabilities(scores);
    expect(scores.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
    expect(scores[0]).toBeCloseTo(0.7311, 3);
  });
});
