import { wordHash, type Analysis } from '../language/index.js';
import { NumberTable } from './number-table.js';

/** Word vectors as they are learned and shipped. */
export interface LearnedWords {
  dimensions: number;
  /** By term (see `meaningTerms`): a scale as 32-bit float, then a signed byte a dimension, in base64. */
  rows: Record<string, string>;
}

/**
 * What words lead to: a vector a word, near for words that lead to the same articles, whether or not they look alike. A text is the sum of
 * the vectors of its words at unit length, so a product of two texts tells how much they mean the same. The weight of a word (rarer is more)
 * is part of its vector. Learned by `learn-words.ts` from what citizens say for articles, and shipped: no installation trains them.
 *
 * « j'ai paumé mes papiers » · « Carte d'identité perdue » is high although they share no word
 */
export class WordVectors {
  private readonly numbers: NumberTable;
  private readonly values: Int8Array;
  private readonly scales: Float32Array;
  readonly dimensions: number;

  constructor({ dimensions, rows }: LearnedWords) {
    const terms = Object.keys(rows).sort();
    const numbers = new Map<number, number>();
    this.dimensions = dimensions;
    this.values = new Int8Array(terms.length * dimensions);
    this.scales = new Float32Array(terms.length);
    terms.forEach((term, at) => {
      const bytes = Buffer.from(rows[term]!, 'base64');
      numbers.set(wordHash(term), at);
      this.scales[at] = bytes.readFloatLE(0) / LARGEST;
      this.values.set(new Int8Array(bytes.buffer, bytes.byteOffset + SCALE_BYTES, dimensions), at * dimensions);
    });
    this.numbers = new NumberTable(numbers);
  }

  /** The vector of weighted terms, at unit length; all zero when none is known. */
  of(terms: Iterable<readonly [term: string, weight: number]>): Float32Array {
    const sum = new Float32Array(this.dimensions);
    for (const [term, weight] of terms) {
      const row = this.numbers.get(wordHash(term));
      if (row < 0) continue;
      const scale = weight * this.scales[row]!;
      for (let k = 0, at = row * this.dimensions; k < sum.length; k++) sum[k]! += scale * this.values[at + k]!;
    }
    return toUnitLength(sum);
  }

  ofMessage(analysis: Pick<Analysis, 'tokens' | 'concepts'>): Float32Array {
    return this.of(meaningTerms(analysis).map((term) => [term, 1] as const));
  }
}
export const NO_WORDS: LearnedWords = { dimensions: 1, rows: {} };
const SCALE_BYTES = 4;
const LARGEST = 127;

/** A row as it is shipped. */
export function packRow(vector: Float32Array): string {
  const most = vector.reduce((a, b) => Math.max(a, Math.abs(b)), 0) || 1;
  const bytes = Buffer.alloc(SCALE_BYTES + vector.length);
  bytes.writeFloatLE(most, 0);
  vector.forEach((value, k) => bytes.writeInt8(Math.round((value / most) * LARGEST), SCALE_BYTES + k));
  return bytes.toString('base64');
}
export const rowBytes = (dimensions: number): number => SCALE_BYTES + dimensions;

/** The terms a text is summed from, each once: stems, function words apart from content words, concepts. */
export function meaningTerms({ tokens, concepts }: Pick<Analysis, 'tokens' | 'concepts'>): string[] {
  const terms = new Set(tokens.map(({ kind, stem }) => (kind === 'content' ? stem : `f:${stem}`)));
  for (const { id } of concepts) terms.add(`c:${id}`);
  return [...terms];
}

/** Scales a vector in place. */
export function toUnitLength(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square);
  if (length > 0) for (let k = 0; k < vector.length; k++) vector[k]! /= length;
  return vector;
}
