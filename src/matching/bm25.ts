import { wordHash } from '../language/index.js';
import { NumberTable } from './number-table.js';
import { PostingsBuilder, type Postings } from './postings.js';

/**
 * Which targets hold the words of the message: BM25+ by field.
 *
 * A target is a handful of fields (title, keywords, wordings, summary, text), each with a weight and its own mean length. Since fields and weights
 * are fixed at build time, what a term is worth in a target is summed over the fields once and stored as one number, so a query adds up one
 * posting list a term. BM25+ (a constant δ for merely holding the term) because long articles were otherwise punished.
 *
 * « renouveler permis de conduire » : « permis » is rare and stands in the title of permis-renouvellement → first
 */
export interface Field {
  weight: number;
  terms: readonly string[];
}
const K1 = 1.2;
const B = 0.6;
const DELTA = 0.4;

export class Bm25 {
  private readonly terms: NumberTable;
  private readonly rarity: Float32Array;
  /** By term: the targets that hold it, in order, and what it is worth there. */
  private readonly postings: Postings;
  private readonly documents: number;
  readonly mostRarity: number;

  /** The fields of a document are read once and not kept: they may be made as they are asked for. */
  constructor(documents: Iterable<readonly Field[]>) {
    const known = new Map<number, number>();
    const read: { weight: number; terms: Int32Array }[][] = [];
    for (const fields of documents) {
      read.push(fields.map(({ weight, terms }) => ({ weight, terms: Int32Array.from(terms, (term) => numberOf(term, known)) })));
    }
    const means = meanLengths(read);
    const postings = new PostingsBuilder();
    read.forEach((fields, target) => {
      const worth = new Map<number, number>();
      fields.forEach(({ weight, terms }, field) => {
        const length = 1 - B + (B * terms.length) / (means[field] || 1);
        for (const [term, count] of countsOf(terms))
          worth.set(term, (worth.get(term) ?? 0) + weight * ((count * (K1 + 1)) / (count + K1 * length) + DELTA));
      });
      for (const [term, sum] of worth) postings.add(term, target, sum);
    });
    this.documents = read.length;
    this.terms = new NumberTable(known);
    this.postings = postings.build(known.size);
    this.mostRarity = Math.log(1 + read.length);
    const { starts, weights } = this.postings;
    this.rarity = new Float32Array(known.size);
    for (let term = 0; term < known.size; term++) {
      const held = starts[term + 1]! - starts[term]!;
      this.rarity[term] = Math.log(1 + (read.length - held + 0.5) / (held + 0.5));
      for (let slot = starts[term]!; slot < starts[term + 1]!; slot++) weights[slot]! *= this.rarity[term]!;
    }
  }

  /** Each target's score for the terms of a message, weighted; and the share of the message's weight that it holds at all. */
  score(terms: ReadonlyMap<string, number>): { scores: Float32Array; coverage: Float32Array } {
    const scores = new Float32Array(this.documents);
    const coverage = new Float32Array(this.documents);
    const { starts, where, weights } = this.postings;
    let total = 0;
    for (const [text, weight] of terms) {
      const term = this.terms.get(wordHash(text));
      const rarity = term < 0 ? this.mostRarity : this.rarity[term]!;
      total += rarity * weight;
      if (term < 0) continue;
      const share = rarity * weight;
      for (let slot = starts[term]!; slot < starts[term + 1]!; slot++) {
        scores[where[slot]!]! += weight * weights[slot]!;
        coverage[where[slot]!]! += share;
      }
    }
    if (total > 0) for (let i = 0; i < coverage.length; i++) coverage[i]! /= total;
    return { scores, coverage };
  }

  /** Whether a target holds a term in any field. */
  holds(target: number, text: string): boolean {
    const term = this.terms.get(wordHash(text));
    if (term < 0) return false;
    const { starts, where } = this.postings;
    let low = starts[term]!;
    let high = starts[term + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (where[middle] === target) return true;
      if (where[middle]! < target) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** How telling a term is; the highest value for one that stands nowhere. */
  rarityOf(text: string): number {
    const term = this.terms.get(wordHash(text));
    return term < 0 ? this.mostRarity : this.rarity[term]!;
  }
}

function numberOf(term: string, known: Map<number, number>): number {
  const hash = wordHash(term);
  const number = known.get(hash) ?? known.size;
  known.set(hash, number);
  return number;
}

function meanLengths(documents: readonly (readonly { terms: Int32Array }[])[]): number[] {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const fields of documents) {
    fields.forEach(({ terms }, field) => {
      if (terms.length === 0) return;
      sums[field] = (sums[field] ?? 0) + terms.length;
      counts[field] = (counts[field] ?? 0) + 1;
    });
  }
  return sums.map((sum, field) => sum / counts[field]!);
}

function countsOf(terms: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
