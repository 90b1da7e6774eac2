import { seeded, shuffle } from './seeded.js';
import type { Vector } from './vector-space.js';

/**
 * A network with one hidden layer of 256 rectified units between a sparse input and a softmax: what a plain softmax regression cannot say
 * (« cancel » with « card », but not with « flight ») a hidden unit can.
 *
 * Stochastic descent on the cross-entropy, example by example, with a step that falls to nothing over the passes and that each row of weights
 * shortens by what it has moved already (Adagrad, one figure a row: a third of the memory of one a weight). Three tenths of the
 * input and of the hidden units are left out at random in each step, so that none is relied on alone. Weights and chance
 * come from a seeded generator: the same examples give the same network.
 *
 * Only the rows of what an example holds are read and written. Cost: passes × examples × (axes of an example + targets) × 256.
 */
const HIDDEN = 256;
const STEP = 0.07;
const OUTPUT_STEP = 0.015;
const HIDDEN_BIAS_STEP = 0.001;
const OUTPUT_BIAS_STEP = 0.0025;
const LEFT_OUT = 0.3;
/** What stays is raised, so that the sums are the same when nothing is left out. */
const RAISED = 1 / (1 - LEFT_OUT);
const FIRST_INPUT = 0.42;
const FIRST_OUTPUT = 0.1;
const SEED = 20261128;

export class Network {
  constructor(
    private readonly input: Float32Array,
    private readonly hiddenBias: Float32Array,
    private readonly output: Float32Array,
    private readonly outputBias: Float32Array,
  ) {}

  /** One score a target, before the softmax. */
  scores({ ids, weights }: Vector): Float32Array {
    const hidden = this.hiddenBias.slice();
    for (let i = 0; i < ids.length; i++) addRow(hidden, this.input, ids[i]! * HIDDEN, weights[i]!);
    const scores = this.outputBias.slice();
    for (let unit = 0; unit < HIDDEN; unit++) {
      if (hidden[unit]! > 0) addRow(scores, this.output, unit * scores.length, hidden[unit]!);
    }
    return scores;
  }
}

export interface Lesson {
  vector: Vector;
  target: number;
}

export function trainNetwork(lessons: readonly Lesson[], { axes, targets }: { axes: number; targets: number }, passes: number): Network {
  const random = seeded(SEED);
  const spread = (length: number, width: number) => Float32Array.from({ length }, () => width * (random() * 2 - 1));
  const input = spread(axes * HIDDEN, FIRST_INPUT);
  const output = spread(HIDDEN * targets, FIRST_OUTPUT);
  const hiddenBias = new Float32Array(HIDDEN);
  const outputBias = new Float32Array(targets);
  const inputMoved = new Float32Array(axes);
  const outputMoved = new Float32Array(HIDDEN);
  const hidden = new Float32Array(HIDDEN);
  const errors = new Float32Array(targets);
  const lit = new Int32Array(HIDDEN);
  const blame = new Float32Array(HIDDEN);
  const order = [...lessons];
  const steps = passes * order.length;
  let taken = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (const { vector, target } of shuffle(order, random)) {
      const step = 1 - taken++ / steps;
      const kept = leaveOut(vector, random);
      hidden.set(hiddenBias);
      for (let i = 0; i < kept.count; i++) addRow(hidden, input, kept.ids[i]! * HIDDEN, kept.weights[i]!);
      let units = 0;
      for (let unit = 0; unit < HIDDEN; unit++) {
        if (hidden[unit]! <= 0 || random() < LEFT_OUT) continue;
        hidden[unit]! *= RAISED;
        lit[units++] = unit;
      }
      errors.set(outputBias);
      for (let at = 0; at < units; at++) addRow(errors, output, lit[at]! * targets, hidden[lit[at]!]!);
      toProbabilities(errors);
      errors[target]! -= 1;
      let square = 0;
      for (const error of errors) square += error * error;
      let blamed = 0;
      for (let at = 0; at < units; at++) {
        const unit = lit[at]!;
        const value = hidden[unit]!;
        const row = unit * targets;
        outputMoved[unit]! += (square * value * value) / targets;
        const move = (OUTPUT_STEP * step * value) / Math.sqrt(outputMoved[unit]! + 1e-6);
        let sum = 0;
        for (let k = 0; k < targets; k++) {
          sum += errors[k]! * output[row + k]!;
          output[row + k]! -= move * errors[k]!;
        }
        blame[at] = sum * RAISED;
        blamed += blame[at]! * blame[at]!;
        hiddenBias[unit]! -= HIDDEN_BIAS_STEP * step * blame[at]!;
      }
      for (let k = 0; k < targets; k++) outputBias[k]! -= OUTPUT_BIAS_STEP * step * errors[k]!;
      if (blamed < 1e-9) continue;
      for (let i = 0; i < kept.count; i++) {
        const axis = kept.ids[i]!;
        const value = kept.weights[i]!;
        inputMoved[axis]! += (value * value * blamed) / HIDDEN;
        const move = (STEP * step * value) / Math.sqrt(inputMoved[axis]! + 1e-8);
        const row = axis * HIDDEN;
        for (let at = 0; at < units; at++) input[row + lit[at]!]! -= move * blame[at]!;
      }
    }
  }
  return new Network(input, hiddenBias, output, outputBias);
}

/** The part of an example that this step sees. */
let roomy = { ids: new Int32Array(0), weights: new Float32Array(0) };
function leaveOut({ ids, weights }: Vector, random: () => number): { ids: Int32Array; weights: Float32Array; count: number } {
  if (roomy.ids.length < ids.length) roomy = { ids: new Int32Array(ids.length * 2), weights: new Float32Array(ids.length * 2) };
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    if (random() < LEFT_OUT) continue;
    roomy.ids[count] = ids[i]!;
    roomy.weights[count++] = weights[i]! * RAISED;
  }
  return { ...roomy, count };
}

function addRow(to: Float32Array, from: Float32Array, row: number, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * from[row + i]!;
}

/** The softmax, in place. */
export function toProbabilities(scores: Float32Array): void {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - most);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}
