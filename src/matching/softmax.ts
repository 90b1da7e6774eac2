import type { Vector } from './vector-space.js';

/**
 * Multinomial logistic regression: how likely each target is, all wordings weighed at once, where the nearest example weighs one.
 *
 * Stochastic gradient descent on the cross-entropy, a decaying step and a slight pull to zero; the order of the examples is shuffled by a
 * seeded generator, so the same content gives the same weights. One row of weights an axis (Float32Array, axes × targets).
 * Cost: passes × examples × axes of an example × targets, about 2 s for 3,500 examples and 115 targets; a query some 10,000 products.
 * Not trained above 500 targets: a corpus of thousands of articles would take a gigabyte, and is ranked without it.
 */
export const MOST_TARGETS = 500;
const PASSES = 6;
const FIRST_STEP = 10;
const PULL = 2e-6;
/** Smallest error that moves a target's weights. */
const MOVES = 2e-4;
/** An example whose target is this likely already is left out of the next pass: it would move next to nothing. */
const SETTLED = 0.95;

export class Softmax {
  constructor(
    private readonly weights: Float32Array,
    private readonly bias: Float32Array,
    private readonly targets: number,
  ) {}

  /** The logarithm of each target's probability. */
  logProbabilities(vector: Vector): Float32Array {
    const { targets, weights } = this;
    const scores = this.bias.slice();
    for (let at = 0; at < vector.ids.length; at++) {
      const weight = vector.weights[at]!;
      const row = vector.ids[at]! * targets;
      for (let target = 0; target < targets; target++) scores[target]! += weight * weights[row + target]!;
    }
    let most = -Infinity;
    for (const score of scores) if (score > most) most = score;
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - most);
    const shift = most + Math.log(sum);
    for (let target = 0; target < targets; target++) scores[target]! -= shift;
    return scores;
  }
}

/** `targets[i]` is where example i leads; -1: nowhere, it pulls every target down a little. */
export function trainSoftmax(
  vectors: readonly Vector[],
  leads: readonly { target: number; weight: number }[],
  size: { axes: number; targets: number },
): Softmax {
  const { axes, targets } = size;
  const weights = new Float32Array(axes * targets);
  const bias = new Float32Array(targets);
  const order = vectors.map((_, i) => i).filter((i) => leads[i]!.target >= 0);
  const random = seeded(20261122);
  const probabilities = new Float32Array(targets);
  const moving = new Int32Array(targets);
  const errors = new Float64Array(targets);
  const rests = new Uint8Array(vectors.length);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    const step = FIRST_STEP / (1 + pass * 0.6);
    for (const example of order) {
      if (rests[example] === 1) {
        rests[example] = 0;
        continue;
      }
      const { ids, weights: values } = vectors[example]!;
      const { target: right, weight } = leads[example]!;
      predict(probabilities, weights, bias, vectors[example]!, targets);
      if (probabilities[right]! > SETTLED) rests[example] = 1;
      probabilities[right]! -= 1;
      const rate = step * weight;
      // Targets that the example all but rules out would move by less than they are rounded by.
      let moved = 0;
      for (let target = 0; target < targets; target++) {
        const error = probabilities[target]!;
        if (error < MOVES && error > -MOVES) continue;
        bias[target]! -= 0.02 * rate * error;
        moving[moved] = target;
        errors[moved++] = error;
      }
      const keep = 1 - rate * PULL;
      for (let at = 0; at < ids.length; at++) {
        const row = ids[at]! * targets;
        const value = rate * values[at]!;
        for (let i = 0; i < moved; i++) {
          const cell = row + moving[i]!;
          weights[cell] = weights[cell]! * keep - value * errors[i]!;
        }
      }
    }
  }
  return new Softmax(weights, bias, targets);
}

function predict(into: Float32Array, weights: Float32Array, bias: Float32Array, vector: Vector, targets: number): void {
  into.set(bias);
  const { ids, weights: values } = vector;
  for (let at = 0; at < ids.length; at++) {
    const row = ids[at]! * targets;
    const value = values[at]!;
    for (let target = 0; target < targets; target++) into[target]! += value * weights[row + target]!;
  }
  let most = -Infinity;
  for (let target = 0; target < targets; target++) if (into[target]! > most) most = into[target]!;
  let sum = 0;
  for (let target = 0; target < targets; target++) {
    into[target] = Math.exp(into[target]! - most);
    sum += into[target]!;
  }
  for (let target = 0; target < targets; target++) into[target]! /= sum;
}

/** A linear congruential generator: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
