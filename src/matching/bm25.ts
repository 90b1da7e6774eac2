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
  private readonly postings = new Map<string, { targets: Int32Array; worth: Float32Array }>();
  private readonly rarity = new Map<string, number>();
  private readonly unknown: number;
  readonly mostRarity: number;

  private readonly documents: number;

  constructor(documents: readonly (readonly Field[])[]) {
    this.documents = documents.length;
    const means = meanLengths(documents);
    const worth = new Map<string, Map<number, number>>();
    documents.forEach((fields, target) => {
      fields.forEach(({ weight, terms }, field) => {
        const length = 1 - B + (B * terms.length) / (means[field] || 1);
        for (const [term, count] of countsOf(terms)) {
          const add = weight * ((count * (K1 + 1)) / (count + K1 * length) + DELTA);
          const list = worth.get(term) ?? new Map<number, number>();
          list.set(target, (list.get(target) ?? 0) + add);
          worth.set(term, list);
        }
      });
    });
    for (const [term, list] of worth) {
      const rarity = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5));
      this.rarity.set(term, rarity);
      this.postings.set(term, { targets: Int32Array.from(list.keys()), worth: Float32Array.from(list.values(), (sum) => sum * rarity) });
    }
    this.unknown = Math.log(1 + documents.length);
    this.mostRarity = this.unknown;
  }

  /** Each target's score for the terms of a message, weighted; and the share of the message's weight that it holds at all. */
  score(terms: ReadonlyMap<string, number>): { scores: Float32Array; coverage: Float32Array } {
    const scores = new Float32Array(this.documents);
    const coverage = new Float32Array(this.documents);
    let total = 0;
    for (const [term, weight] of terms) {
      const rarity = this.rarity.get(term) ?? this.unknown;
      total += rarity * weight;
      const list = this.postings.get(term);
      if (!list) continue;
      for (let i = 0; i < list.targets.length; i++) {
        scores[list.targets[i]!]! += weight * list.worth[i]!;
        coverage[list.targets[i]!]! += rarity * weight;
      }
    }
    if (total > 0) for (let i = 0; i < coverage.length; i++) coverage[i]! /= total;
    return { scores, coverage };
  }

  /** Whether a target holds a term in any field. */
  holds(target: number, term: string): boolean {
    return this.postings.get(term)?.targets.includes(target) ?? false;
  }

  /** How telling a term is; the highest value for one that stands nowhere. */
  rarityOf(term: string): number {
    return this.rarity.get(term) ?? this.unknown;
  }
}

function meanLengths(documents: readonly (readonly Field[])[]): number[] {
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

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
