import { confidenceOf, fitConfidence, type Confidence } from './confidence.js';
import type { Logistic } from './logistic.js';

/** How a snapshot knows when not to answer. */
export interface Gate {
  model: Confidence;
  /** Confidence from which an article is answered. */
  answer: number;
  /** The probability that one of the first three candidates is right, and the value from which they are offered as buttons. */
  held: Confidence;
  clarify: number;
  /** Labels it was fitted on; fewer than 150: the shipped generic calibration. */
  labels: number;
  /** What cross-validation saw at this threshold. */
  expected: { precision: number; interval: [number, number]; coverage: number };
}
/** A label as the gate sees it: its evidence, whether an article answers it at all, whether the first candidate is right. */
export interface Judged {
  evidence: readonly number[];
  inScope: boolean;
  right: boolean;
  /** One of the first three candidates is right. */
  held: boolean;
}
export const FEWEST_LABELS = 150;
const FOLDS = 5;
/** Measured on the shipped content by `node bench/answers/gate.mjs`; used by a snapshot with too few labels, with a stricter threshold. */
const GENERIC: Logistic = {
  means: [
    3.73, 6.96, 8.49, 0.45, 0.36, 1.47, 0.76, 0.03, 0.38, 0.48, 0.29, 0, 0.8, 0.38, 0.08, 0.08, 0.62, 0.65, 0.73, 0.44, 0.2, 0.18, 0.24,
    0.23, 0.24, 0.28,
  ],
  scales: [
    5.99, 4.78, 4.62, 0.2, 0.17, 0.98, 0.28, 0.12, 0.15, 0.5, 0.18, 0.02, 0.37, 0.39, 0.17, 0.17, 0.21, 0.21, 0.22, 0.23, 0.2, 0.17, 0.28,
    0.18, 0.18, 0.22,
  ],
  coefficients: [
    2.08, 2.32, -0.36, 0.54, -0.17, -0.24, 0.16, 0.66, -0.78, 0.56, -0.28, -0.1, -0.23, 0.1, 0.47, 0.24, -0.58, -0.31, 0.14, 1.31, -0.22,
    0.27, -0.17, 0.27, 0.13, 0.68, -0.84,
  ],
};
const GENERIC_THRESHOLD = 0.9;

const GENERIC_CLARIFY = 0.5;
/**
 * A choice of three is offered where two in three of them hold the answer. A quota of the out-of-scope labels, as it was, made the choice depend on
 * how hard somebody had made those.
 */
const CLARIFY = 0.65;

/**
 * The gate: a confidence and the threshold above which the bot answers.
 *
 * The admin states the share of wrong answers that is acceptable; the threshold is derived. Confidences come from cross-validation (a label is
 * never judged by a model that saw it), an answered message that no article answers counts as wrong, and the lowest threshold that keeps the
 * share of wrong answers acceptable is taken. Wilson's lower bound at one-sided 80 % decides, not the point estimate, which is flattered by
 * having been chosen: few labels answer less. The 95 % interval is shown beside it. A second model of the same shape says whether the right article is among the first three: below the answer it opens the choice of buttons. Folds are dealt in
 * turn, nothing is random. Cost: seven small fits.
 */
export function fitGate(judged: readonly Judged[], acceptableWrong: number): Gate {
  if (judged.length < FEWEST_LABELS) {
    const expected = { precision: 1 - acceptableWrong, interval: [0, 1] as [number, number], coverage: 0 };
    return {
      model: { line: GENERIC },
      answer: GENERIC_THRESHOLD,
      held: { line: GENERIC },
      clarify: GENERIC_CLARIFY,
      labels: judged.length,
      expected,
    };
  }
  const rows = judged.map(({ evidence }) => evidence);
  const right = judged.map((label) => label.right);
  const held = judged.map((label) => label.held);
  return {
    model: fitConfidence(rows, right),
    held: fitConfidence(rows, held),
    labels: judged.length,
    clarify: CLARIFY,
    ...threshold(judged, unseen(rows, right), acceptableWrong),
  };
}

/** Each label's probability by a model that did not see it. */
function unseen(rows: readonly (readonly number[])[], right: readonly boolean[]): number[] {
  const scores = rows.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = rows.map((_, i) => i).filter((i) => i % FOLDS !== fold);
    const model = fitConfidence(
      kept.map((i) => rows[i]!),
      kept.map((i) => right[i]!),
    );
    rows.forEach((row, i) => {
      if (i % FOLDS === fold) scores[i] = confidenceOf(model, row);
    });
  }
  return scores;
}

function threshold(judged: readonly Judged[], confidence: readonly number[], acceptableWrong: number): Pick<Gate, 'answer' | 'expected'> {
  const order = judged.map((_, i) => i).sort((a, b) => confidence[b]! - confidence[a]!);
  const inScope = judged.filter((label) => label.inScope).length;
  let right = 0;
  let answered = 0;
  let answeredInScope = 0;
  let best = { answer: 0.999, expected: { precision: 1, interval: [0, 1] as [number, number], coverage: 0 } };
  for (const i of order) {
    answered++;
    if (judged[i]!.right) right++;
    if (judged[i]!.inScope) answeredInScope++;
    if (wilson(right, answered, ONE_SIDED_80)[0] < 1 - acceptableWrong) continue;
    best = {
      answer: confidence[i]!,
      expected: { precision: right / answered, interval: wilson(right, answered), coverage: answeredInScope / Math.max(1, inScope) },
    };
  }
  return best;
}

/** Quantiles of the normal law. */
const TWO_SIDED_95 = 1.96;
const ONE_SIDED_80 = 0.8416;

/** Wilson's interval for a share, at 95 % unless told otherwise. */
export function wilson(hits: number, all: number, z = TWO_SIDED_95): [number, number] {
  const p = hits / all;
  const d = 1 + z ** 2 / all;
  const mid = (p + z ** 2 / (2 * all)) / d;
  const half = (z / d) * Math.sqrt((p * (1 - p)) / all + z ** 2 / (4 * all ** 2));
  return [mid - half, mid + half];
}
