import { probabilityOf, type Logistic } from './logistic.js';
import type { Candidate, Understanding } from './understand.js';

/**
 * How sure a later turn is: a logistic model over what the fusion says, what the message alone says, and whether they agree. The messages
 * that no article answers count as wrong whatever the topic they come behind.
 *
 * Coefficients: fitted once on later turns of the tuning dialogues and the out-of-scope messages of the tuning half behind each of a dozen
 * topics, by a program that is not kept. What they help: `node bench/answers/score.mjs --split tune`.
 */
const MEANS = [0.25, 1.4, -0.03, -1.29, 0.31, 0.06];
const SCALES = [2.27, 2.36, 1.63, 3.22, 0.46, 0.23];
const SURENESS: { first: Logistic; held: Logistic } = {
  first: { means: MEANS, scales: SCALES, coefficients: [-0.87, 1.86, 0, -0.38, 1.31, -0.5, 0.23] },
  held: { means: MEANS, scales: SCALES, coefficients: [0.1, 0.4, 1.49, -0.45, 1.77, -0.68, 0.25] },
};

const logit = (p: number) => Math.log((p + 1e-4) / (1 - p + 1e-4));

function evidenceWithin(alone: Understanding, candidates: readonly Candidate[], bare: boolean): number[] {
  const [first, second, third] = candidates.map(({ score }) => score);
  const agrees = candidates[0]?.article === alone.candidates[0]?.article;
  return [
    logit(first ?? 0),
    logit((first ?? 0) + (second ?? 0) + (third ?? 0)),
    logit(alone.confidence) * (agrees ? 1 : 0),
    logit(alone.held),
    agrees ? 1 : 0,
    bare ? 1 : 0,
  ];
}

export function surenessWithin(
  alone: Understanding,
  candidates: readonly Candidate[],
  bare: boolean,
): { confidence: number; held: number } {
  const evidence = evidenceWithin(alone, candidates, bare);
  const confidence = probabilityOf(SURENESS.first, evidence);
  return { confidence, held: Math.max(confidence, probabilityOf(SURENESS.held, evidence)) };
}
