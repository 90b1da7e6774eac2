import type { Analysis } from '../language/index.js';
import { termsOf, type Engine } from './engine.js';
import { featuresOf } from './features.js';
import type { Likeness } from './nearest.js';

/** How each target fares for a message: one array a piece of evidence, and the probability fused out of them. */
export interface Ranking {
  probability: Float32Array;
  logSoftmax: Float32Array;
  likeness: Likeness;
  bm25: Float32Array;
  coverage: Float32Array;
  rules: Map<number, number>;
  /** Share of the content words that stand in no article, wording or lexicon entry. */
  unknown: number;
  /** Share of the content words whose spelling was guessed. */
  repaired: number;
  /** Content words of the message. */
  words: number;
  /** Terms of the message. */
  terms: string[];
}

/**
 * Log-linear fusion: the logarithm of the softmax, the likeness of the nearest examples, BM25 a word, the share of the message that the target
 * holds and its rules add up with fixed weights; near misses that resemble the message more than the target's own examples subtract. Then
 * a softmax over all targets. Intents without article hold no text, so their coverage is poor by nature: a constant makes up for it.
 *
 * Weights: `node bench/answers/weights.mjs` (coordinate search for the likelihood of the right target on the tuning half).
 */
export interface Weights {
  softmax: number;
  best: number;
  mean: number;
  bm25: number;
  coverage: number;
  rule: number;
  against: number;
  intent: number;
}
export const WEIGHTS: Weights = { softmax: 0.75, best: 2.5, mean: 0.1, bm25: 0.2, coverage: 4.5, rule: 0.4, against: 4.5, intent: 1.3 };

export function rank(engine: Engine, analysis: Analysis, weights = WEIGHTS): Ranking {
  const vector = engine.space.vector(featuresOf(analysis));
  const likeness = engine.nearest.to(vector);
  const terms = new Map<string, number>();
  for (const term of termsOf(analysis)) terms.set(term, term.startsWith('c:') ? 0.8 : 1);
  const { scores: bm25, coverage } = engine.bm25.score(terms);
  const scale =
    Math.max(
      1,
      [...terms.values()].reduce((sum, weight) => sum + weight, 0),
    ) * 10;
  for (let target = 0; target < bm25.length; target++) bm25[target]! /= scale;
  const logSoftmax = engine.softmax.logProbabilities(vector);
  const rules = engine.rules.fired(analysis);
  const probability = new Float32Array(engine.targets.length);
  for (let target = 0; target < probability.length; target++) {
    const missed = Math.max(0, likeness.against[target]! - likeness.best[target]!);
    probability[target] =
      weights.softmax * logSoftmax[target]! +
      weights.best * likeness.best[target]! +
      weights.mean * likeness.mean[target]! +
      weights.bm25 * bm25[target]! +
      weights.coverage * coverage[target]! +
      weights.rule * Math.min(3, rules.get(target) ?? 0) -
      weights.against * missed +
      (engine.targets[target]!.intent ? weights.intent : 0);
  }
  toProbabilities(probability);
  const content = analysis.tokens.filter(({ kind }) => kind === 'content');
  const unknown = content.length === 0 ? 0 : content.filter(({ known }) => !known).length / content.length;
  const repaired = content.length === 0 ? 0 : content.filter((token) => token.repaired).length / content.length;
  return { probability, logSoftmax, likeness, bm25, coverage, rules, unknown, repaired, words: content.length, terms: [...terms.keys()] };
}

export function toProbabilities(scores: Float32Array): void {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i]! - most);
    sum += scores[i]!;
  }
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}
