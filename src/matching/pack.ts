import { createAnalyser, Phrases, type Analyser } from '../language/index.js';
import { Bm25 } from './bm25.js';
import { Cues } from './cues.js';
import { rulesOf, type Engine } from './engine.js';
import { NearestExamples } from './nearest.js';
import type { Snapshot } from './snapshot.js';
import { Softmax } from './softmax.js';
import { VectorSpace } from './vector-space.js';

/**
 * A snapshot as plain data, to cross threads and to be kept: seconds of building become a tenth of a second of reading. Objects of
 * the classes below travel as their fields; the analyser and the rules, which hold more, as what they are made of.
 */
export interface PackedSnapshot {
  plain: Omit<Snapshot, 'engine' | 'cues'>;
  analyser: Pick<Analyser, 'lexicon' | 'vocabulary'>;
  index: Pick<Engine, 'targets' | 'examples'>;
  parts: Record<Part, object | undefined>;
  cues: Record<string, object>;
}
const PARTS = { space: VectorSpace, nearest: NearestExamples, softmax: Softmax, bm25: Bm25 } as const;
type Part = keyof typeof PARTS;
type AnyClass = { prototype: object };

const fieldsOf = (part: object | undefined): object | undefined => (part === undefined ? undefined : { ...part });
const revive = <T>({ prototype }: AnyClass, fields: object): T => Object.assign(Object.create(prototype) as object, fields) as T;
const names = Object.keys(PARTS) as Part[];

export function packSnapshot({ engine, cues, ...plain }: Snapshot): PackedSnapshot {
  const { lexicon, vocabulary } = engine.analyser;
  return {
    plain,
    analyser: { lexicon, vocabulary },
    index: { targets: engine.targets, examples: engine.examples },
    parts: Object.fromEntries(names.map((name) => [name, fieldsOf(engine[name])])) as PackedSnapshot['parts'],
    cues: Object.fromEntries(Object.entries(cues).map(([name, phrases]) => [name, { ...(phrases as object) }])),
  };
}

export function unpackSnapshot({ plain, analyser, index, parts, cues }: PackedSnapshot): Snapshot {
  const revived = names.flatMap((name) => (parts[name] === undefined ? [] : [[name, revive(PARTS[name], parts[name])]]));
  const phrases = Object.entries(cues).map(([name, fields]) => [name, revive(Phrases, fields)]);
  const made = createAnalyser(analyser.lexicon, analyser.vocabulary);
  const rules = rulesOf(plain.intents, index.targets, made);
  return {
    ...plain,
    engine: { analyser: made, ...index, rules, ...Object.fromEntries(revived) } as Engine,
    cues: revive<Cues>(Cues, Object.fromEntries(phrases) as object),
  };
}
