import type { Article } from '../contract/index.js';
import type { Analyser } from '../language/index.js';
import type { Content } from './content.js';
import type { Example, Target } from './targets.js';
import { meaningTerms, NO_WORDS, toUnitLength, WordVectors } from './word-vectors.js';

/** How near each target is to a message by the meaning of its words, -1 to 1. */
export interface Nearness {
  /** To what the article says of itself. */
  own: Float32Array;
  /** To the middle of what is said for it and what it says of itself. */
  centre: Float32Array;
}
/** What an article says of itself, each word at the highest of its weights. */
const OWN_WEIGHTS = { title: 1, summary: 0.4, headings: 0.3 } as const;
const LARGEST = 127;

/**
 * Where each target stands among the meanings of words: its own words, the middle of its wordings, and each wording. Nothing is trained here.
 * Cost of a message: two products a target; the wordings are looked at for a handful of targets only (`nearest`).
 */
export class Meaning {
  readonly vectors: WordVectors;
  private readonly own: Float32Array;
  private readonly centres: Float32Array;
  /** By target: its first wording. */
  private readonly starts: Int32Array;
  private readonly wordings: Int8Array;

  constructor(content: Content, targets: readonly Target[], examples: readonly Example[], analyser: Analyser) {
    this.vectors = new WordVectors(content.wordVectors ?? NO_WORDS);
    const { dimensions } = this.vectors;
    const said = targets.map((): Float32Array[] => []);
    for (const { text, target, weight } of examples) {
      if (target >= 0 && weight === 1) said[target]!.push(this.vectors.ofMessage(analyser.analyse(text)));
    }
    this.own = new Float32Array(targets.length * dimensions);
    this.centres = new Float32Array(targets.length * dimensions);
    this.starts = new Int32Array(targets.length + 1);
    targets.forEach(({ article }, target) => {
      const vectors = said[target]!;
      const own = article === undefined ? undefined : this.vectors.of(ownTerms(content.articles[target]!, analyser));
      const centre = new Float32Array(dimensions);
      for (const vector of own === undefined ? vectors : [own, ...vectors]) vector.forEach((value, k) => (centre[k]! += value));
      this.centres.set(toUnitLength(centre), target * dimensions);
      this.own.set(own ?? centre, target * dimensions);
      this.starts[target + 1] = this.starts[target]! + vectors.length;
    });
    this.wordings = new Int8Array(this.starts[targets.length]! * dimensions);
    said.flat().forEach((vector, at) => {
      vector.forEach((value, k) => (this.wordings[at * dimensions + k] = Math.round(value * LARGEST)));
    });
  }

  to(message: Float32Array): Nearness {
    return { own: products(this.own, message), centre: products(this.centres, message) };
  }

  /** For each of a few targets: its nearest wording; 0 when it has none. */
  nearest(targets: readonly number[], message: Float32Array): number[] {
    // Whole numbers, as the wordings are: half the time of mixed ones.
    const whole = Int32Array.from(message, (value) => Math.round(value * LARGEST));
    return targets.map((target) => this.nearestOf(target, whole) / LARGEST ** 2);
  }

  private nearestOf(target: number, message: Int32Array): number {
    const { wordings } = this;
    const size = message.length;
    const end = this.starts[target + 1]! * size;
    let most = 0;
    for (let at = this.starts[target]! * size; at < end; at += size) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum = (sum + Math.imul(message[k]!, wordings[at + k]!)) | 0;
      if (sum > most) most = sum;
    }
    return most;
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

function products(rows: Float32Array, message: Float32Array): Float32Array {
  const size = message.length;
  const sums = new Float32Array(rows.length / size);
  for (let row = 0, at = 0; row < sums.length; row++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += rows[at++]! * message[k]!;
    sums[row] = sum;
  }
  return sums;
}
