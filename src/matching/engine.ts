import {
  createAnalyser,
  createSpeller,
  fold,
  normalise,
  wordsOf,
  wordsOfLexicon,
  type Analyser,
  type LexiconEntry,
} from '../language/index.js';
import type { Article } from '../contract/index.js';
import { textOfBlocks } from './block-text.js';
import { Bm25, type Field } from './bm25.js';
import type { Content, Intent } from './content.js';
import { featuresOf } from './features.js';
import { bareSubjectsOf, type BareSubjects } from './bare-subjects.js';
import { Meaning } from './meaning.js';
import { NearestExamples } from './nearest.js';
import { Rules } from './rules.js';
import { examplesOf, targetsOf, type Target } from './targets.js';
import { termsOf } from './terms.js';
import { VectorSpace } from './vector-space.js';
import { NO_WORDS, WordVectors } from './word-vectors.js';

/** The index of a snapshot: all that ranking reads. Built once, never changed. */
export interface Engine {
  analyser: Analyser;
  targets: Target[];
  /** How many of them are articles: these stand first. */
  articles: number;
  space: VectorSpace;
  nearest: NearestExamples;
  bm25: Bm25;
  rules: Rules;
  meaning: Meaning;
  subjects: BareSubjects;
}
/**
 * A word of the examples alone is trusted as a spelling only from here on, and only if it is not near a word that is said thirty times as often:
 * examples hold misspellings on purpose, and some of them many times (« divorsé », « plusieur »).
 */
const TRUSTED_FROM = 4;
const MISSPELT = 1 / 30;
/** Fields of a target: title, keywords, wordings, summary and headings, text. */
const FIELD_WEIGHTS = [3, 2.5, 2, 1, 0.6] as const;

export function buildEngine(content: Content): Engine {
  const lexicon = content.lexicon.map(({ id, label, forms, en }) => ({ id, forms: [label, ...forms], en }));
  const analyser = createAnalyser(lexicon, vocabularyOf(content, lexicon));
  const targets = targetsOf(content);
  const examples = examplesOf(content, targets);
  const words = new WordVectors(content.wordVectors ?? NO_WORDS);
  const wordings = targets.map((): string[] => []);
  const said = targets.map((): Float32Array[] => []);
  const features = examples.map(({ text, target, weight }) => {
    const analysis = analyser.analyse(text);
    if (target >= 0 && weight === 1) {
      wordings[target]!.push(...termsOf(analysis));
      said[target]!.push(words.ofMessage(analysis));
    }
    return featuresOf(analysis);
  });
  const space = new VectorSpace(features);
  const vectors = features.map((each) => space.vector(each));
  return {
    analyser,
    targets,
    articles: targets.filter(({ article }) => article !== undefined).length,
    space,
    nearest: new NearestExamples(examples, vectors, space.size, targets.length),
    bm25: new Bm25(fieldsOf(content, targets, wordings, analyser)),
    rules: rulesOf(content.intents, targets, analyser),
    meaning: new Meaning(words, content, targets, said, analyser),
    subjects: bareSubjectsOf(content.intents, targets, analyser),
  };
}

/** The rules of all intents, compiled. */
export function rulesOf(intents: readonly Intent[], targets: readonly Target[], analyser: Analyser): Rules {
  const index = new Map(targets.map(({ id }, at) => [id, at]));
  return new Rules(
    intents.flatMap(({ id, article, rules }) => {
      const target = index.get(article ?? id);
      return target === undefined ? [] : rules.map((rule) => ({ target, rule }));
    }),
    analyser,
  );
}

export function vocabularyOf(content: Content, lexicon: readonly LexiconEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, into: Map<string, number>) => {
    for (const word of wordsOf(normalise(text))) into.set(word, (into.get(word) ?? 0) + 1);
  };
  const said = new Map<string, number>();
  for (const article of content.articles) for (const text of textsOf(article).flat()) count(text, counts);
  for (const word of wordsOfLexicon(lexicon)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { examples } of content.intents) for (const text of examples) count(text, said);
  const often = new Map<string, number>();
  for (const words of [counts, said]) for (const [word, times] of words) often.set(fold(word), (often.get(fold(word)) ?? 0) + times);
  const written = new Map([...counts.keys()].map((word) => [fold(word), often.get(fold(word))!]));
  const speller = createSpeller(written);
  const misspelt = (word: string, times: number): boolean => {
    if (speller.knows(word)) return false;
    const meant = speller.repair(word) ?? [];
    return meant.length === 1 && times < MISSPELT * written.get(meant[0]!)!;
  };
  for (const [word, times] of said) {
    if (counts.has(word) || (times >= TRUSTED_FROM && !misspelt(fold(word), times))) counts.set(word, (counts.get(word) ?? 0) + times);
  }
  return counts;
}

/** Title, keywords, (wordings come later), summary and headings, text. */
function textsOf(article: Article): [string[], string[], string[], string[]] {
  return [
    [article.title],
    article.keywords,
    [article.summary, ...article.sections.map(({ title }) => title)],
    article.sections.map(({ blocks }) => textOfBlocks(blocks)),
  ];
}

function* fieldsOf(content: Content, targets: readonly Target[], wordings: readonly string[][], analyser: Analyser): Generator<Field[]> {
  const terms = (texts: string[]) => texts.flatMap((text) => termsOf(analyser.read(text)));
  for (let target = 0; target < targets.length; target++) {
    const article = targets[target]!.article === undefined ? undefined : content.articles[target];
    const [title, keywords, summary, text] = article ? textsOf(article) : [[], [], [], []];
    const lists = [terms(title), terms(keywords), wordings[target]!, terms(summary), terms(text)];
    yield lists.map((list, field) => ({ weight: FIELD_WEIGHTS[field]!, terms: list }));
  }
}
