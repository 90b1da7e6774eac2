import type { Article } from '../contract/index.js';
import type { Analyser } from '../language/index.js';
import type { Content } from './content.js';
import { cosines, rowLength, toRow } from './cosines.js';
import type { Target } from './targets.js';
import { meaningTerms, toUnitLength, type WordVectors } from './word-vectors.js';

/** How near each target is to a message by the meaning of its words, -1 to 1. */
export interface Nearness {
  /** To what the article says of itself. */
  own: Float32Array;
  /** To the middle of what is said for it and what it says of itself. */
  centre: Float32Array;
}
/** What an article says of itself, each word at the highest of its weights. */
const OWN_WEIGHTS = { title: 1, summary: 0.4, headings: 0.3 } as const;

/**
 * Where each target stands among the meanings of words: its own words, the middle of its wordings, and each wording. Nothing is trained here.
 * Cost of a message: two products a target; the wordings are looked at for a handful of targets only (`nearest`).
 */
export class Meaning {
  /** Rows, see `cosines`: one a target, and the wordings of one target after the other. */
  private readonly own: Int8Array;
  private readonly centres: Int8Array;
  private readonly wordings: Int8Array;
  /** By target: its first wording. */
  private readonly starts: Int32Array;

  /** `said`: what the wordings of each target mean. */
  constructor(
    readonly vectors: WordVectors,
    content: Content,
    targets: readonly Target[],
    said: readonly (readonly Float32Array[])[],
    analyser: Analyser,
  ) {
    const { dimensions } = vectors;
    const length = rowLength(dimensions);
    this.own = new Int8Array(targets.length * length);
    this.centres = new Int8Array(targets.length * length);
    this.starts = new Int32Array(targets.length + 1);
    targets.forEach(({ article }, target) => {
      const wordings = said[target]!;
      const own = article === undefined ? undefined : vectors.of(ownTerms(content.articles[target]!, analyser));
      const centre = new Float32Array(dimensions);
      for (const vector of own === undefined ? wordings : [own, ...wordings]) vector.forEach((value, k) => (centre[k]! += value));
      const middle = toRow(toUnitLength(centre));
      this.centres.set(middle, target * length);
      this.own.set(own ? toRow(own) : middle, target * length);
      this.starts[target + 1] = this.starts[target]! + wordings.length;
    });
    this.wordings = new Int8Array(this.starts[targets.length]! * length);
    said.flat().forEach((vector, at) => this.wordings.set(toRow(vector), at * length));
  }

  to(message: Int8Array): Nearness {
    return { own: cosines(message, this.own), centre: cosines(message, this.centres) };
  }

  /** For each of a few targets: its nearest wording; 0 when it has none. */
  nearest(targets: readonly number[], message: Int8Array): number[] {
    return targets.map((target) => {
      let most = 0;
      for (const near of cosines(message, this.wordings, this.starts[target], this.starts[target + 1])) if (near > most) most = near;
      return most;
    });
  }
}

/** The terms of an article's title, summary and headings, weighted. */
export function ownTerms({ title, summary, sections }: Article, analyser: Analyser): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of meaningTerms(analyser.analyse(text))) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  add(title, OWN_WEIGHTS.title);
  add(summary, OWN_WEIGHTS.summary);
  for (const section of sections) add(section.title ?? '', OWN_WEIGHTS.headings);
  return weights;
}
