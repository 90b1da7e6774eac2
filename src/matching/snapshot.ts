import { ArticleShelf } from './article-shelf.js';
import type { Content, Intent } from './content.js';
import { contentHash } from './content-hash.js';
import { Cues } from './cues.js';
import { buildEngine, type Engine } from './engine.js';
import { evidenceOf, standingOf } from './evidence.js';
import { fitGate, type Gate, type Judged } from './gate.js';
import { fitKinds, kindEvidence, KIND_OF_LABEL, type JudgedKind, type KindGates } from './kinds.js';
import { Neighbours } from './neighbours.js';
import { PassageWords } from './passages.js';
import { rank } from './rank.js';

/** One immutable published version: the content, the index built from it and its calibration. */
export interface Snapshot {
  /** Hash of the content. */
  id: string;
  articles: ArticleShelf;
  passages: PassageWords;
  neighbours: Neighbours;
  /** Those that no article answers, and those with rules. */
  intents: readonly Intent[];
  themes: Content['themes'];
  cues: Cues;
  engine: Engine;
  gate: Gate;
  kinds: KindGates;
}
export interface SnapshotSettings {
  /** The share of wrong answers that is acceptable among those given. */
  acceptableWrong: number;
}
export const DEFAULT_SETTINGS: SnapshotSettings = { acceptableWrong: 0.03 };

/** The same content gives the same snapshot. Some 10 s of CPU for 100 articles of 28 utterances, a minute for 2,900 of 37. */
export function buildSnapshot(given: Content, settings: SnapshotSettings = DEFAULT_SETTINGS): Snapshot {
  const content = inOrder(given);
  const engine = buildEngine(content);
  const cues = new Cues(content.facets, content.facts, engine.analyser);
  const judged = judgeLabels(engine, content);
  return {
    id: contentHash(content),
    articles: new ArticleShelf(content.articles),
    passages: new PassageWords(content.articles, engine.analyser),
    neighbours: new Neighbours(content.articles, engine, cues),
    intents: content.intents.filter(({ article, rules }) => article === undefined || rules.length > 0).map(withoutExamples),
    themes: content.themes,
    cues,
    engine,
    gate: fitGate(judged, settings.acceptableWrong),
    kinds: fitKinds(judged),
  };
}

/** Content in one order, wherever it was read from: the order of examples counts in training. Guided searches come last, behind the targets. */
function inOrder(content: Content): Content {
  const by =
    <T>(name: (each: T) => string) =>
    (a: T, b: T) =>
      name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0;
  return {
    ...content,
    articles: [...content.articles].sort(by(({ id, guided }) => `${guided === true ? 1 : 0}${id}`)),
    intents: [...content.intents].sort(by(({ id }) => id)),
    lexicon: [...content.lexicon].sort(by(({ id }) => id)),
    labels: content.labels.filter(({ split }) => split === 'tune').sort(by(({ q }) => q)),
    themes: [...content.themes].sort(by(({ id }) => id)),
  };
}

/** Examples have taught what they can teach; what is said back and the rules remain. */
const withoutExamples = (intent: Intent): Intent => ({ ...intent, examples: [], nearMisses: [] });

/** What ranking makes of the labelled questions of the tuning half. */
function judgeLabels(engine: Engine, { labels }: Content): (Judged & JudgedKind)[] {
  return labels.map(({ q, expected, kind: labelled }) => {
    const ranking = rank(engine, engine.analyser.analyse(q));
    const standing = standingOf(engine, ranking);
    const right = standing.articles.slice(0, 3).map((target) => expected.includes(engine.targets[target]!.article!));
    const kind = expected.length > 0 || labelled === undefined ? undefined : KIND_OF_LABEL[labelled];
    return {
      evidence: evidenceOf(engine, ranking, standing),
      kinds: kindEvidence(engine, ranking, standing.articles[0] ?? -1),
      inScope: expected.length > 0,
      right: right[0] ?? false,
      held: right.includes(true),
      ...(kind && { kind }),
    };
  });
}
