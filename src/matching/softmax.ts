import { PostingsBuilder, type Postings } from './postings.js';
import { seeded, shuffle } from './seeded.js';
import type { Vector } from './vector-space.js';

/**
 * Multinomial logistic regression: how likely each target is, all wordings weighed at once, where the nearest example weighs one.
 *
 * Sparse: a weight stands only where an axis and a target met in an example, so that thousands of articles cost megabytes where a full matrix
 * would cost gigabytes. Axes that more than a twelfth of the examples hold are left out.
 *
 * Stochastic gradient descent on the cross-entropy with a decaying step; the order of the examples is shuffled by a seeded generator, so
 * the same content gives the same weights. Cost: passes × examples × targets that share an axis with the example.
 */
const PASSES = 6;
const FIRST_STEP = 8;
const COMMON = 0.08;
/** Smallest error that moves a target's weights. */
const MOVES = 2e-4;
/** An example whose target is this likely already is left out of the next pass: it would move next to nothing. */
const SETTLED = 0.95;
/** A target this far behind the likeliest one (in logarithms) counts as impossible in training. */
const HOPELESS = 9;
const BIAS_STEP = 0.02;

export class Softmax {
  constructor(
    private readonly byAxis: Postings,
    private readonly bias: Float32Array,
  ) {}

  /** The logarithm of each target's probability. */
  logProbabilities(vector: Vector): Float32Array {
    const scores = this.bias.slice();
    addUp(scores, this.byAxis, vector);
    let most = -Infinity;
    for (const score of scores) if (score > most) most = score;
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - most);
    const shift = most + Math.log(sum);
    for (let target = 0; target < scores.length; target++) scores[target]! -= shift;
    return scores;
  }
}

/** `leads[i].target` is where example i leads; -1: nowhere, it teaches nothing here. */
export function trainSoftmax(
  vectors: readonly Vector[],
  leads: readonly { target: number; weight: number }[],
  size: { axes: number; targets: number },
): Softmax {
  const byAxis = supportOf(vectors, leads, size.axes);
  const { starts, where, weights } = byAxis;
  const bias = new Float32Array(size.targets);
  const order = vectors.map((_, i) => i).filter((i) => leads[i]!.target >= 0);
  const random = seeded(20261122);
  const errors = new Float32Array(size.targets);
  const rests = new Uint8Array(vectors.length);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    const step = FIRST_STEP / (1 + pass * 0.6);
    for (const example of order) {
      if (rests[example] === 1) {
        rests[example] = 0;
        continue;
      }
      const vector = vectors[example]!;
      const { target: right, weight } = leads[example]!;
      predict(errors, bias, byAxis, vector);
      if (errors[right]! > SETTLED) rests[example] = 1;
      errors[right]! -= 1;
      const rate = step * weight;
      bias[right]! -= BIAS_STEP * rate * errors[right]!;
      for (let at = 0; at < vector.ids.length; at++) {
        const value = rate * vector.weights[at]!;
        const end = starts[vector.ids[at]! + 1]!;
        for (let slot = starts[vector.ids[at]!]!; slot < end; slot++) {
          const error = errors[where[slot]!]!;
          if (error > MOVES || error < -MOVES) weights[slot]! -= value * error;
        }
      }
    }
  }
  return new Softmax(byAxis, bias);
}

/** Where weights may stand: the targets that each axis met, in order. */
function supportOf(vectors: readonly Vector[], leads: readonly { target: number }[], axes: number): Postings {
  const held = new Int32Array(axes);
  for (const { ids } of vectors) for (const id of ids) held[id]!++;
  const byTarget = new Map<number, Set<number>>();
  vectors.forEach(({ ids }, example) => {
    const { target } = leads[example]!;
    if (target < 0) return;
    const met = byTarget.get(target) ?? new Set<number>();
    for (const id of ids) if (held[id]! <= COMMON * vectors.length) met.add(id);
    byTarget.set(target, met);
  });
  const support = new PostingsBuilder();
  for (const [target, met] of [...byTarget].sort(([a], [b]) => a - b)) for (const axis of met) support.add(axis, target, 0);
  return support.build(axes);
}

function addUp(scores: Float32Array, { starts, where, weights }: Postings, { ids, weights: values }: Vector): void {
  for (let at = 0; at < ids.length; at++) {
    const value = values[at]!;
    const end = starts[ids[at]! + 1]!;
    for (let slot = starts[ids[at]!]!; slot < end; slot++) scores[where[slot]!]! += value * weights[slot]!;
  }
}

function predict(into: Float32Array, bias: Float32Array, byAxis: Postings, vector: Vector): void {
  into.set(bias);
  addUp(into, byAxis, vector);
  let most = -Infinity;
  for (const score of into) if (score > most) most = score;
  let sum = 0;
  for (let target = 0; target < into.length; target++) {
    const behind = into[target]! - most;
    into[target] = behind < -HOPELESS ? 0 : Math.exp(behind);
    sum += into[target]!;
  }
  for (let target = 0; target < into.length; target++) into[target]! /= sum;
}
