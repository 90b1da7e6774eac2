import type { Engine } from './engine.js';
import type { Ranking } from './rank.js';

/** The articles of a ranking as indices of targets; and the best intent that no article answers. */
export interface Standing {
  /** Best first, at most ten: nobody reads further, and sorting thousands would cost more than ranking them. */
  articles: number[];
  /** Share of the probability that stands on articles. */
  onArticles: number;
  /** The likeliest intent without article; -1 when there is none. */
  intent: number;
}
export function standingOf(engine: Engine, { probability }: Ranking): Standing {
  const articles: number[] = [];
  let onArticles = 0;
  let intent = -1;
  for (let target = 0; target < engine.articles; target++) {
    place(target, articles, probability);
    onArticles += probability[target]!;
  }
  for (let target = engine.articles; target < probability.length; target++) {
    if (intent < 0 || probability[target]! > probability[intent]!) intent = target;
  }
  return { articles, onArticles, intent };
}
const MOST = 10;
/** Puts a target where it belongs among the best so far; of equals the earlier one stands first. */
function place(target: number, best: number[], probability: Float32Array): void {
  let at = best.length;
  while (at > 0 && probability[target]! > probability[best[at - 1]!]!) at--;
  if (at >= MOST) return;
  best.splice(at, 0, target);
  if (best.length > MOST) best.pop();
}

/**
 * What tells a right first candidate from a wrong one, whatever the length of the question: how probable it is and by how much, how well
 * the examples and the words agree on it, and how much of the message is unknown. A search score alone is no confidence: it grows with length.
 */
export function evidenceOf(engine: Engine, ranking: Ranking, standing: Standing): number[] {
  const [first, second, third] = standing.articles;
  if (first === undefined) return EVIDENCE.map(() => 0);
  const { probability, likeness, bm25, coverage, nearness, wording, rules, unknown, words } = ranking;
  const of = (scores: Float32Array, target: number | undefined) => (target === undefined ? 0 : scores[target]!);
  const ahead = (scores: Float32Array) => scores[first]! - of(scores, second);
  const p = probability[first]!;
  return [
    Math.log((p + 1e-4) / (1 - p + 1e-4)),
    Math.log(p + 1e-6) - Math.log(of(probability, second) + 1e-6),
    Math.log(p + 1e-6) - Math.log(of(probability, third) + 1e-6),
    likeness.best[first]!,
    likeness.mean[first]!,
    bm25[first]!,
    coverage[first]!,
    unknown,
    Math.min(words, 12) / 12,
    rules.has(first) ? 1 : 0,
    standing.intent < 0 ? 0 : likeness.best[standing.intent]!,
    Math.max(0, likeness.against[first]! - likeness.best[first]!),
    standing.onArticles,
    missing(engine, ranking.terms, first),
    ranking.repaired,
    likeness.top - likeness.best[first]!,
    nearness.own[first]!,
    nearness.centre[first]!,
    wording[first]!,
    standing.intent < 0 ? 0 : wording[standing.intent]!,
    ahead(likeness.best),
    ahead(likeness.mean),
    ahead(coverage),
    ahead(nearness.own),
    ahead(nearness.centre),
    ahead(wording),
  ];
}
export const EVIDENCE = [
  'logit',
  'margin',
  'marginToThird',
  'best',
  'mean',
  'bm25',
  'coverage',
  'unknown',
  'words',
  'rule',
  'intent',
  'against',
  'onArticles',
  'missing',
  'repaired',
  'behind',
  'own',
  'centre',
  'wording',
  'intentWording',
  'bestAhead',
  'meanAhead',
  'coverageAhead',
  'ownAhead',
  'centreAhead',
  'wordingAhead',
] as const;

/** The most telling term of the message that the target does not hold, 0 to 1: « chasse » in « permis de chasse » for an article on driving licences. */
function missing({ bm25 }: Engine, terms: readonly string[], target: number): number {
  let most = 0;
  for (const term of terms) if (!bm25.holds(target, term)) most = Math.max(most, bm25.rarityOf(term));
  return most / bm25.mostRarity;
}
