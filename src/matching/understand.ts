import type { Analysis } from '../language/index.js';
import type { Facet } from '../contract/index.js';
import { confidenceOf } from './confidence.js';
import { evidenceOf, standingOf } from './evidence.js';
import { kindEvidence, scoreKinds, type KindScore } from './kinds.js';
import { rank, type Ranking } from './rank.js';
import type { Snapshot } from './snapshot.js';

/** An article that may answer, with its probability among all targets. */
export interface Candidate {
  article: string;
  score: number;
}
/** What a message means, as far as it can be told without the conversation. */
export interface Understanding {
  analysis: Analysis;
  /** Best first, at most 10. */
  candidates: Candidate[];
  /** What the message may be besides a question, best first. */
  kinds: KindScore[];
  /** Probability that the first candidate is right. */
  confidence: number;
  /** Probability that one of the first three is. */
  held: number;
  facets: { facet: Facet; strength: number }[];
  facts: Record<string, string>;
  /** Words of the message that stand in the first candidate, as typed. */
  terms: string[];
  unknown: number;
  ranking: Ranking;
}

export function understand(snapshot: Snapshot, text: string): Understanding {
  const { engine, gate, cues } = snapshot;
  const analysis = engine.analyser.analyse(text);
  const ranking = rank(engine, analysis);
  const standing = standingOf(engine, ranking);
  const evidence = evidenceOf(engine, ranking, standing);
  const candidates = standing.articles.map((target) => ({
    article: engine.targets[target]!.article!,
    score: ranking.probability[target]!,
  }));
  return {
    analysis,
    candidates,
    kinds: scoreKinds(engine, snapshot.kinds, kindEvidence(engine, ranking, standing.articles[0] ?? -1)),
    confidence: candidates.length === 0 ? 0 : confidenceOf(gate.model, evidence),
    held: candidates.length === 0 ? 0 : confidenceOf(gate.held, evidence),
    facets: cues.facetsOf(analysis),
    facts: cues.factsOf(analysis),
    terms: matchedTerms(snapshot, candidates[0]?.article, analysis),
    unknown: ranking.unknown,
    ranking,
  };
}

function matchedTerms({ passages, articles }: Snapshot, article: string | undefined, { tokens }: Analysis): string[] {
  const place = article === undefined ? -1 : articles.placeOf(article);
  if (place < 0) return [];
  const held = tokens.filter(({ kind, stem }) => kind === 'content' && passages.anyHolds(place, stem));
  return [...new Set(held.map(({ typed }) => typed))].slice(0, 8);
}
