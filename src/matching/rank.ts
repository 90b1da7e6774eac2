import type { Analysis } from '../language/index.js';
import { subjectOf } from './bare-subjects.js';
import { toRow } from './cosines.js';
import type { Engine } from './engine.js';
import { featuresOf } from './features.js';
import type { Nearness } from './meaning.js';
import type { Likeness } from './nearest.js';
import { termsOf } from './terms.js';

/** How each target fares for a message: one array a piece of evidence, and the probability fused out of them. */
export interface Ranking {
  probability: Float32Array;
  likeness: Likeness;
  bm25: Float32Array;
  coverage: Float32Array;
  nearness: Nearness;
  /** Nearness of the nearest wording; of the centre where the target was too far behind to be looked at. */
  wording: Float32Array;
  rules: Map<number, number>;
  /** Targets of which the message is the bare subject. */
  subjects: readonly number[];
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
 * Log-linear fusion: the likeness of the nearest examples, BM25 a word, the share of the message that the target holds, the nearness by meaning
 * and its rules add up with fixed weights; near misses that resemble the message more than the target's own examples subtract. Then a softmax
 * over all targets. The more articles there are, the more of them resemble any message by
 * chance: intents without article gain by their number.
 *
 * Weights: fitted for the likelihood of the right target on the tuning half over the official corpus, then rounded; none of them is sharp:
 * `node bench/answers/weights.mjs` shows what each is worth on the shipped content.
 */
export interface Weights {
  best: number;
  mean: number;
  bm25: number;
  coverage: number;
  own: number;
  centre: number;
  wording: number;
  rule: number;
  against: number;
  subject: number;
  intent: number;
}
export const WEIGHTS: Weights = {
  best: 3.9,
  mean: 5.9,
  bm25: 0.5,
  coverage: 4.7,
  own: 4.3,
  centre: 7.2,
  wording: 5,
  rule: 0.2,
  against: 4.3,
  subject: 3.8,
  intent: 1.2,
};
/** So many articles are as good as their intents at holding what was said. */
const FEW_ARTICLES = 100;
/** How many targets are compared with each of their wordings: the first, as far as they are not this far behind, where no wording helps. */
const LOOKED_AT = 20;
const BEHIND = 6;

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
  const message = toRow(engine.meaning.vectors.ofMessage(analysis));
  const nearness = engine.meaning.to(message);
  const rules = engine.rules.fired(analysis);
  const subjects = engine.subjects.get(subjectOf(analysis)) ?? [];
  const probability = new Float32Array(engine.targets.length);
  const intent = weights.intent * Math.max(0, Math.log(engine.articles / FEW_ARTICLES));
  for (let target = 0; target < probability.length; target++) {
    const missed = Math.max(0, likeness.against[target]! - likeness.best[target]!);
    probability[target] =
      weights.best * likeness.best[target]! +
      weights.mean * likeness.mean[target]! +
      weights.bm25 * bm25[target]! +
      weights.coverage * coverage[target]! +
      weights.own * nearness.own[target]! +
      (weights.centre + weights.wording) * nearness.centre[target]! +
      weights.rule * Math.min(3, rules.get(target) ?? 0) -
      weights.against * missed +
      (target < engine.articles ? 0 : intent);
  }
  for (const target of subjects) probability[target]! += weights.subject;
  const wording = nearness.centre.slice();
  const [first, ...others] = highest(probability, LOOKED_AT);
  const leading = [first!, ...others.filter((target) => probability[target]! > probability[first!]! - BEHIND)];
  engine.meaning.nearest(leading, message).forEach((nearest, at) => {
    const target = leading[at]!;
    wording[target] = nearest;
    probability[target]! += weights.wording * (nearest - nearness.centre[target]!);
  });
  toProbabilities(probability);
  const content = analysis.tokens.filter(({ kind }) => kind === 'content');
  const unknown = content.length === 0 ? 0 : content.filter(({ known }) => !known).length / content.length;
  const repaired = content.length === 0 ? 0 : content.filter((token) => token.repaired).length / content.length;
  return {
    probability,
    likeness,
    bm25,
    coverage,
    nearness,
    wording,
    rules,
    subjects,
    unknown,
    repaired,
    words: content.length,
    terms: [...terms.keys()],
  };
}

/** The indices of the highest scores, in no order. */
function highest(scores: Float32Array, count: number): number[] {
  const found: number[] = [];
  let least = -Infinity;
  for (let at = 0; at < scores.length; at++) {
    if (found.length === count && scores[at]! <= least) continue;
    let place = found.length;
    while (place > 0 && scores[at]! > scores[found[place - 1]!]!) place--;
    found.splice(place, 0, at);
    if (found.length > count) found.pop();
    least = scores[found.at(-1)!]!;
  }
  return found;
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
