import { fitBoosted, logOddsOf, type Boosted } from './boosted.js';
import { fitLogistic, probabilityOf, type Logistic } from './logistic.js';

/**
 * How likely something is, given its evidence: a logistic model and boosted trees, whose log-odds are averaged. The line is steady where labels
 * are few, the trees see what depends on what; together they order answers better than either (`bench/answers/gate.mjs` shows each).
 */
export interface Confidence {
  line: Logistic;
  /** None in what is shipped for installations with few labels. */
  trees?: Boosted;
}

export const fitConfidence = (rows: readonly (readonly number[])[], right: readonly boolean[]): Confidence => ({
  line: fitLogistic(rows, right),
  trees: fitBoosted(rows, right),
});

export function confidenceOf({ line, trees }: Confidence, evidence: readonly number[]): number {
  const p = probabilityOf(line, evidence);
  if (trees === undefined) return p;
  const odds = Math.log((p + 1e-9) / (1 - p + 1e-9));
  return 1 / (1 + Math.exp(-(odds + logOddsOf(trees, evidence)) / 2));
}
