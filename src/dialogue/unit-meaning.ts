import type { Analysis } from '../language/index.js';
import { cosines, rowLength, toRow, type Passage, type Snapshot } from '../matching/index.js';
import { readPassage } from './passage-read.js';
import type { Term } from './question-terms.js';
import { unitsOf } from './units.js';

type Engine = Snapshot['engine'];
/** What a word of the question weighs that stands nowhere in the article: it is said there in other words, or not at all. */
const ELSEWHERE = 0.3;

/** What a question means, as a row of `cosines`; its telling words weigh what they tell within the article. */
export function meaningOfQuestion({ meaning }: Engine, { tokens }: Analysis, terms: readonly Term[]): Int8Array {
  const weights = new Map<string, number>();
  for (const { kind, stem } of tokens) if (kind === 'content') weights.set(stem, ELSEWHERE);
  for (const { stem, weight } of terms) weights.set(stem, weight);
  return toRow(meaning.vectors.of(weights));
}

/** As long as somebody holds the passage, which belongs to one snapshot. */
const known = new WeakMap<Passage, Int8Array>();

/** What the units of a passage mean, one after the other: their words with those that introduce them and those of its titles. */
function meaningsOf(passage: Passage, { analyser, meaning }: Engine): Int8Array {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const { vectors } = meaning;
  const length = rowLength(vectors.dimensions);
  const units = unitsOf(passage, analyser);
  const { title } = readPassage(passage, analyser);
  const meanings = new Int8Array(units.length * length);
  units.forEach(({ words, lead }, at) => {
    const around = lead === undefined ? [] : units[lead]!.words;
    const said = [...words, ...around, ...title].map((word) => [word, 1] as const);
    meanings.set(toRow(vectors.of(said)), at * length);
  });
  known.set(passage, meanings);
  return meanings;
}

/** How near each unit of a passage is to a question by the meaning of their words, from -1 to 1. */
export const nearness = (passage: Passage, question: Int8Array, engine: Engine): Float32Array =>
  cosines(question, meaningsOf(passage, engine));
