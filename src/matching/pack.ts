import { createAnalyser, Phrases, type Analyser } from '../language/index.js';
import { ArticleShelf } from './article-shelf.js';
import { Bm25 } from './bm25.js';
import { Cues } from './cues.js';
import { rulesOf, type Engine } from './engine.js';
import { Meaning } from './meaning.js';
import { NearestExamples } from './nearest.js';
import { Neighbours } from './neighbours.js';
import { NumberTable } from './number-table.js';
import { PassageWords } from './passages.js';
import type { Snapshot } from './snapshot.js';
import { VectorSpace } from './vector-space.js';
import { WordVectors } from './word-vectors.js';

/**
 * A snapshot as plain data, to cross threads and to be kept: a minute of building becomes a fraction of a second of reading. Objects of
 * the classes below travel as their fields, whose own objects do the same; the analyser and the rules, which hold functions, as what they
 * are made of.
 */
export interface PackedSnapshot {
  plain: Omit<Snapshot, 'engine' | 'cues'>;
  analyser: Pick<Analyser, 'lexicon' | 'vocabulary'>;
  index: Omit<Engine, 'analyser' | 'rules'>;
  cues: Cues;
}
const CLASSES: readonly { new (...args: never[]): object; name: string }[] = [
  ArticleShelf,
  PassageWords,
  VectorSpace,
  NearestExamples,
  Bm25,
  NumberTable,
  Phrases,
  Cues,
  Meaning,
  WordVectors,
  Neighbours,
];
/** Marks an object with its class: structured cloning keeps fields and forgets prototypes. */
const MARK = '~';
type Fields = Record<string, unknown>;

/** Neither list, map, set nor bytes, in whatever realm it was made. */
const isPlain = (value: unknown): value is Fields => Object.prototype.toString.call(value) === '[object Object]';

function mark(value: unknown): unknown {
  if (!isPlain(value)) return value;
  const at = CLASSES.findIndex((each) => value.constructor === each);
  if (at < 0) return value;
  const fields = Object.entries(value).filter(([, field]) => typeof field !== 'function');
  return { ...Object.fromEntries(fields.map(([name, field]) => [name, mark(field)])), [MARK]: at };
}
function unmark<T>(value: T): T {
  if (isPart(value)) return value.slice() as T;
  if (!isPlain(value)) return value;
  const { [MARK]: at, ...fields } = value as Fields;
  const revived = each(fields, unmark);
  return (at === undefined ? revived : Object.assign(Object.create(CLASSES[at as number]!.prototype as object) as object, revived)) as T;
}
/** What was read out of a file's bytes would keep all of them: it gets bytes of its own. */
const isPart = (value: unknown): value is Int8Array =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) && value.byteLength < value.buffer.byteLength;
const each = <T extends object>(object: T, change: (value: unknown) => unknown): T =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)])) as T;

export function packSnapshot({ engine, cues, ...plain }: Snapshot): PackedSnapshot {
  const { analyser, rules: _, ...index } = engine;
  const { lexicon, vocabulary } = analyser;
  return { plain: each(plain, mark), analyser: { lexicon, vocabulary }, index: each(index, mark), cues: mark(cues) as Cues };
}

export function unpackSnapshot({ plain, analyser, index, cues }: PackedSnapshot): Snapshot {
  const made = createAnalyser(analyser.lexicon, analyser.vocabulary);
  const rules = rulesOf(plain.intents, index.targets, made);
  return { ...each(plain, unmark), engine: { ...each(index, unmark), analyser: made, rules }, cues: unmark(cues) };
}
