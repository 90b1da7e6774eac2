import { createAnalyser, type Analyser } from '../language/index.js';
import type { Content } from './content.js';
import { vocabularyOf } from './engine.js';
import { ownTerms } from './meaning.js';
import { seeded, shuffle } from './seeded.js';
import { meaningTerms, packRow, toUnitLength, type LearnedWords } from './word-vectors.js';

/**
 * Learns word vectors: what is said for an article shall be nearer to what the article says of itself than to what the others of the same batch say.
 *
 * Both sides are sums of the same word vectors at unit length. Softmax over the batch (each article against the 127 others), Adagrad a word, a
 * quarter of the words dropped at each look, so that no pair leans on one word. What is learned is carried to articles nobody wrote wordings
 * for: « taf » leads where « emploi » leads. An intent without article has no words of its own: a term of its own stands for them.
 *
 * Seeded; the same content gives the same vectors. Cost: passes × pairs × batch × dimensions, some three minutes for 80,000 pairs.
 */
export const LEARNING = { dimensions: 96, passes: 12 };
const BATCH = 128;
const DROPPED = 0.25;
const FIRST_STEP = 0.05;
const SHARPNESS = 12;
/** A title leads to its article as well, but is less than what people say. */
const TITLE = 0.5;
const WEIGHTS = { function: 0.5, concept: 0.8, content: 1 } as const;
/** A word met once has learned nothing that carries. */
const FEWEST = 2;
const SEED = 20261128;

interface Bag {
  ids: number[];
  weights: number[];
}
interface Pair {
  said: Bag;
  target: number;
  weight: number;
}

export function learnWords(content: Content, { dimensions, passes } = LEARNING, progress: (pass: number) => void = () => {}): LearnedWords {
  const lexicon = content.lexicon.map(({ id, label, forms, en }) => ({ id, forms: [label, ...forms], en }));
  const analyser = createAnalyser(lexicon, vocabularyOf(content, lexicon));
  const { pairs, targets, terms, counts } = pairsOf(content, analyser);
  const random = seeded(SEED);
  const vectors = Float32Array.from({ length: terms.length * dimensions }, () => ((random() - 0.5) * 2) / Math.sqrt(dimensions));
  const learner = new Learner(vectors, dimensions);
  const order = pairs.map((_, i) => i);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const step = FIRST_STEP * (1 - (0.8 * pass) / passes);
    for (let from = 0; from + BATCH <= order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH).map((i) => {
        const { said, target, weight } = pairs[i]!;
        return { said: without(said, random), own: without(targets[target]!, random), target, weight };
      });
      learner.step(batch, step);
    }
    progress(pass + 1);
  }
  const importance = importanceOf(terms, counts, pairs.length);
  const rows: Record<string, string> = {};
  terms.forEach((term, id) => {
    if (counts[id]! < FEWEST || term.startsWith(OF_INTENT)) return;
    rows[term] = packRow(vectors.slice(id * dimensions, (id + 1) * dimensions).map((value) => value * importance[id]!));
  });
  return { dimensions, rows };
}
const OF_INTENT = 'i:';

function pairsOf(content: Content, analyser: Analyser) {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const counts: number[] = [];
  const numberOf = (term: string): number => {
    let id = numbers.get(term);
    if (id === undefined) {
      id = terms.length;
      numbers.set(term, id);
      terms.push(term);
      counts.push(0);
    }
    counts[id]!++;
    return id;
  };
  const said = (text: string) => meaningTerms(analyser.analyse(text)).map(numberOf);
  const own: [ids: number[], weights: number[]][] = [];
  const raw: { ids: number[]; target: number; weight: number }[] = [];
  const place = new Map<string, number>();
  for (const article of content.articles) {
    if (article.guided === true) continue;
    const weighted = ownTerms(article, analyser);
    place.set(article.id, own.length);
    raw.push({ ids: said(article.title), target: own.length, weight: TITLE });
    own.push([[...weighted.keys()].map(numberOf), [...weighted.values()]]);
  }
  for (const { id, article, examples, nearMisses } of content.intents) {
    const target = article === undefined ? own.length : place.get(article);
    if (target === undefined) continue;
    if (article === undefined) own.push([[numberOf(`${OF_INTENT}${id}`)], [1]]);
    for (const text of examples) raw.push({ ids: said(text), target, weight: 1 });
    for (const { text, article: meant } of nearMisses) {
      const other = meant === undefined ? undefined : place.get(meant);
      if (other !== undefined) raw.push({ ids: said(text), target: other, weight: 1 });
    }
  }
  const importance = importanceOf(terms, counts, raw.length);
  const bag = (ids: number[], weights?: number[]): Bag => ({ ids, weights: ids.map((id, i) => importance[id]! * (weights?.[i] ?? 1)) });
  return {
    terms,
    counts,
    pairs: raw.map(({ ids, target, weight }): Pair => ({ said: bag(ids), target, weight })),
    targets: own.map(([ids, weights]) => bag(ids, weights)),
  };
}

/** The rarer a term, the more it says. */
const importanceOf = (terms: readonly string[], counts: readonly number[], pairs: number): Float32Array =>
  Float32Array.from(counts, (count, id) => {
    const kind = terms[id]!.startsWith('f:') ? 'function' : terms[id]!.startsWith('c:') ? 'concept' : 'content';
    return Math.log(1 + pairs / count) * WEIGHTS[kind];
  });

function without({ ids, weights }: Bag, random: () => number): Bag {
  if (ids.length === 1) return { ids, weights };
  const kept = ids.map((_, i) => i).filter(() => random() >= DROPPED);
  return { ids: kept.map((i) => ids[i]!), weights: kept.map((i) => weights[i]!) };
}

interface Look {
  said: Bag;
  own: Bag;
  target: number;
  weight: number;
}

/** Gradient steps on the word vectors, a batch at a time. */
class Learner {
  private readonly moved: Float32Array;
  private readonly said: Float32Array;
  private readonly own: Float32Array;
  private readonly saidPull: Float32Array;
  private readonly ownPull: Float32Array;

  constructor(
    private readonly vectors: Float32Array,
    private readonly size: number,
  ) {
    this.moved = new Float32Array(vectors.length / size);
    [this.said, this.own, this.saidPull, this.ownPull] = Array.from({ length: 4 }, () => new Float32Array(BATCH * size)) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
  }

  step(batch: readonly Look[], step: number): void {
    batch.forEach(({ said, own }, i) => {
      this.sum(said, this.row(this.said, i));
      this.sum(own, this.row(this.own, i));
    });
    this.saidPull.fill(0);
    this.ownPull.fill(0);
    batch.forEach((_, i) => this.pull(batch, i));
    batch.forEach(({ said, own }, i) => {
      this.move(said, this.row(this.said, i), this.row(this.saidPull, i), step);
      this.move(own, this.row(this.own, i), this.row(this.ownPull, i), step);
    });
  }

  /** The gradient of one pair of the batch: nearer to its own article, further from those it is too near to. */
  private pull(batch: readonly Look[], i: number): void {
    const said = this.row(this.said, i);
    const likely = new Float32Array(batch.length);
    let sum = 0;
    for (let j = 0; j < batch.length; j++) {
      // Another wording of the same article is no rival.
      if (j !== i && batch[j]!.target === batch[i]!.target) continue;
      likely[j] = Math.exp(SHARPNESS * (product(said, this.row(this.own, j)) - 1));
      sum += likely[j]!;
    }
    for (let j = 0; j < batch.length; j++) {
      const error = (likely[j]! / sum - (j === i ? 1 : 0)) * batch[i]!.weight;
      if (Math.abs(error) < LEAST) continue;
      add(error, this.row(this.own, j), this.row(this.saidPull, i));
      add(error, said, this.row(this.ownPull, j));
    }
  }

  /** Moves the words of a bag against the gradient of its sum, whose length is fixed. */
  private move({ ids, weights }: Bag, unit: Float32Array, pull: Float32Array, step: number): void {
    add(-product(pull, unit), unit, pull);
    const force = product(pull, pull) / this.size;
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    if (force === 0 || length === 0) return;
    ids.forEach((id, i) => {
      const share = weights[i]! / length;
      this.moved[id]! += force * share * share;
      add((-step * share) / Math.sqrt(this.moved[id]! + 1e-6), pull, this.row(this.vectors, id));
    });
  }

  private sum({ ids, weights }: Bag, into: Float32Array): void {
    into.fill(0);
    ids.forEach((id, i) => add(weights[i]!, this.row(this.vectors, id), into));
    toUnitLength(into);
  }

  private row(of: Float32Array, at: number): Float32Array {
    return of.subarray(at * this.size, (at + 1) * this.size);
  }
}
const LEAST = 1e-4;

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
function add(factor: number, from: Float32Array, to: Float32Array): void {
  for (let k = 0; k < to.length; k++) to[k]! += factor * from[k]!;
}
