import type { Fact, Problem } from '../contract/index.js';
import type { Concept, Content, FactCues, FacetCues, Intent, Label } from '../matching/content.js';
import type { Reference } from './article-reader.js';
import { byPath, kindOf, type ContentFile, type FileKind } from './content-file.js';
import { concept, fact, facetCues, factCues, intent, label, theme } from './documents.js';
import { factText } from './fact-text.js';
import { parseArticle, type ParsedArticle } from './parse-article.js';
import { Problems, type Place } from './problems.js';
import { readJsonLines } from './json-lines.js';
import { readPack, type PackEntry } from './pack-file.js';
import { readTree } from './read-tree.js';
import { learnedWords, readWords, type WordRow } from './words-file.js';
import { readYamlList, readYamlMap, type YamlItem } from './yaml-file.js';

/** A value with the place where it was written. */
export interface Located<T> {
  value: T;
  place: Place;
  /** Place of a field or list item inside the value. */
  at(path: PropertyKey[]): Place;
}
/** All that was read, with places: what the content check looks at. */
export interface ReadContent {
  articles: (Located<Content['articles'][number]> & { references: Reference[] })[];
  facts: Located<Fact>[];
  themes: Located<Content['themes'][number]>[];
  intents: Located<Intent>[];
  /** What is said for the articles of official corpora: it becomes intents when they are imported, and is only looked at here. */
  packs: Located<PackEntry>[];
  lexicon: Located<Concept>[];
  words: Located<WordRow>[];
  facets: Located<FacetCues>[];
  factCues: Located<FactCues>[];
  labels: Located<Label>[];
  problems: Problem[];
}

type Part = Partial<Omit<ReadContent, 'problems'>>;
type Facts = ReadonlyMap<string, string>;

/** What was read of files before: a publication reads again only what changed. Holds the files of the last reading, no more. */
export class Readings {
  private readonly files = new Map<string, { text: string; facts: string; part: Part; problems: Problem[] }>();

  of({ path, text }: ContentFile, facts: string, read: () => { part: Part; problems: Problem[] }): { part: Part; problems: Problem[] } {
    const known = this.files.get(path);
    if (known?.text === text && known.facts === facts) return known;
    const fresh = { text, facts, ...read() };
    this.files.set(path, fresh);
    return fresh;
  }
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.files.keys()) if (!paths.has(path)) this.files.delete(path);
  }
}

/** What each kind of file gives. */
const READERS: Partial<Record<FileKind, (file: ContentFile, problems: Problems, facts: Facts) => Part>> = {
  facts: (file, problems) => ({ facts: located(readYamlList(file.text, fact, problems), file) }),
  article: (file, problems, facts) => {
    const parsed = parseArticle(file.text, file.path, facts);
    problems.list.push(...parsed.problems);
    return { articles: locatedArticle(parsed, file.path) };
  },
  tree: (file, problems) => {
    const parsed = readTree(file.text, file.path);
    problems.list.push(...parsed.problems);
    return { articles: locatedArticle(parsed, file.path) };
  },
  theme: (file, problems) => {
    const item = readYamlMap(file.text, theme, problems);
    return { themes: item === undefined ? [] : located([item], file) };
  },
  intents: (file, problems) => ({ intents: located(readYamlList(file.text, intent, problems), file) }),
  pack: (file, problems) => ({ packs: located(readPack(file.text, problems), file) }),
  always: (file, problems) => ({ intents: located(readYamlList(file.text, intent, problems), file) }),
  lexicon: (file, problems) => ({ lexicon: located(readYamlList(file.text, concept, problems), file) }),
  words: (file, problems) => ({ words: atLines(readWords(file.text, problems), file) }),
  facets: (file, problems) => ({ facets: located(readYamlList(file.text, facetCues, problems), file) }),
  'fact-cues': (file, problems) => ({ factCues: located(readYamlList(file.text, factCues, problems), file) }),
  labels: (file, problems) => ({ labels: atLines(readJsonLines(file.text, label, problems), file) }),
};

/** Reads the files of a content: a pure function, the same files giving the same value whatever their order. */
export function readContent(files: readonly ContentFile[], readings = new Readings()): ReadContent {
  const sorted = files.map((file) => ({ ...file, kind: kindOf(file.path) })).sort(byPath);
  readings.keepOnly(new Set(sorted.map(({ path }) => path)));
  const read: ReadContent = {
    articles: [],
    facts: [],
    themes: [],
    intents: [],
    packs: [],
    lexicon: [],
    words: [],
    facets: [],
    factCues: [],
    labels: [],
    problems: [],
  };
  let facts: Facts = new Map();
  let factsKey = '';
  const readAll = (wanted: (kind: FileKind) => boolean) => {
    for (const file of sorted) {
      const reader = file.kind !== undefined && wanted(file.kind) ? READERS[file.kind] : undefined;
      if (reader === undefined) continue;
      const { part, problems } = readings.of(file, file.kind === 'article' ? factsKey : '', () => {
        const list = new Problems(file.path);
        return { part: reader(file, list, facts), problems: list.list };
      });
      for (const [name, values] of Object.entries(part)) (read[name as keyof Part] as unknown[]).push(...values);
      read.problems.push(...problems);
    }
  };
  readAll((kind) => kind === 'facts');
  facts = new Map(read.facts.map(({ value }) => [value.id, factText(value)]));
  factsKey = JSON.stringify([...facts]);
  readAll((kind) => kind !== 'facts');
  return read;
}

/** A parsed article with its places; none when its front matter could not be read. */
export function locatedArticle({ article, references, lines }: ParsedArticle, file: string): ReadContent['articles'] {
  if (article === null) return [];
  const at = (path: PropertyKey[]): Place => ({ file, line: lines[String(path[0])] ?? lines['id'] ?? 1 });
  return [{ value: article, place: at(['id']), at, references }];
}

const located = <T>(items: YamlItem<T>[], file: ContentFile): Located<T>[] =>
  items.map(({ value, line, lineOf }) => ({
    value,
    place: { file: file.path, line },
    at: (path) => ({ file: file.path, line: lineOf(path) }),
  }));

const atLines = <T>(items: readonly { value: T; line: number }[], file: ContentFile): Located<T>[] =>
  items.map(({ value, line }) => {
    const place = { file: file.path, line };
    return { value, place, at: () => place };
  });

/** The value that a snapshot is built from. */
export function contentOf(read: ReadContent): Content {
  const values = <T>(list: Located<T>[]): T[] => list.map(({ value }) => value);
  const wordVectors = learnedWords(values(read.words));
  return {
    articles: values(read.articles),
    intents: values(read.intents),
    lexicon: values(read.lexicon),
    ...(wordVectors && { wordVectors }),
    facets: values(read.facets),
    facts: values(read.factCues),
    labels: values(read.labels),
    themes: values(read.themes).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  };
}
