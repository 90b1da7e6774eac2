import type { Analysis } from '../language/index.js';
import type { Passage, Snapshot } from '../matching/index.js';
import { readPassage } from './passage-read.js';
import type { Term } from './question-terms.js';
import { unitsOf } from './units.js';

type Engine = Snapshot['engine'];
const LARGEST = 127;
/** What a word of the question weighs that stands nowhere in the article: it is said there in other words, or not at all. */
const ELSEWHERE = 0.3;

/** What a question means: whole numbers, `LARGEST` being 1; its telling words weigh what they tell within the article. */
export function meaningOfQuestion({ meaning }: Engine, { tokens }: Analysis, terms: readonly Term[]): Int32Array {
  const weights = new Map<string, number>();
  for (const { kind, stem } of tokens) if (kind === 'content') weights.set(stem, ELSEWHERE);
  for (const { stem, weight } of terms) weights.set(stem, weight);
  const vector = meaning.vectors.of(weights);
  const whole = new Int32Array(vector.length);
  for (let k = 0; k < whole.length; k++) whole[k] = Math.round(vector[k]! * LARGEST);
  return whole;
}

/** As long as somebody holds the passage, which belongs to one snapshot. */
const known = new WeakMap<Passage, Int8Array>();

/** What the units of a passage mean, one after the other: their words with those that introduce them and those of its titles. */
function meaningsOf(passage: Passage, { analyser, meaning }: Engine): Int8Array {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const { vectors } = meaning;
  const units = unitsOf(passage, analyser);
  const { title } = readPassage(passage, analyser);
  const meanings = new Int8Array(units.length * vectors.dimensions);
  const into = new Float32Array(vectors.dimensions);
  units.forEach(({ words, lead }, at) => {
    const around = lead === undefined ? [] : units[lead]!.words;
    vectors.of(
      [...words, ...around, ...title].map((word) => [word, 1] as const),
      into,
    );
    into.forEach((value, k) => (meanings[at * into.length + k] = Math.round(value * LARGEST)));
  });
  known.set(passage, meanings);
  return meanings;
}

/** How near each unit of a passage is to a question by the meaning of their words, from -1 to 1. */
export function nearness(passage: Passage, question: Int32Array, engine: Engine): Float64Array {
  const meanings = meaningsOf(passage, engine);
  const size = question.length;
  const near = new Float64Array(meanings.length / size);
  for (let unit = 0, at = 0; unit < near.length; unit++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum = (sum + Math.imul(question[k]!, meanings[at++]!)) | 0;
    near[unit] = sum / LARGEST ** 2;
  }
  return near;
}
