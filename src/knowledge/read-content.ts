import type { Fact, Problem } from '../contract/index.js';
import type { Concept, Content, FactCues, FacetCues, Intent, Label } from '../matching/content.js';
import type { Reference } from './article-reader.js';
import { byPath, kindOf, type ContentFile, type FileKind } from './content-file.js';
import { concept, fact, facetCues, factCues, intent, label, theme } from './documents.js';
import { factText } from './fact-text.js';
import { parseArticle, type ParsedArticle } from './parse-article.js';
import { Problems, type Place } from './problems.js';
import { readJsonLines } from './json-lines.js';
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
  lexicon: Located<Concept>[];
  facets: Located<FacetCues>[];
  factCues: Located<FactCues>[];
  labels: Located<Label>[];
  problems: Problem[];
}

/** Reads the files of a content: a pure function, the same files giving the same value whatever their order. */
export function readContent(files: readonly ContentFile[]): ReadContent {
  const sorted = files.map((file) => ({ ...file, kind: kindOf(file.path) })).sort(byPath);
  const read: ReadContent = {
    articles: [],
    facts: [],
    themes: [],
    intents: [],
    lexicon: [],
    facets: [],
    factCues: [],
    labels: [],
    problems: [],
  };
  const each = (kinds: FileKind[], work: (file: ContentFile, problems: Problems) => void) => {
    for (const file of sorted) {
      if (file.kind === undefined || !kinds.includes(file.kind)) continue;
      const problems = new Problems(file.path);
      work(file, problems);
      read.problems.push(...problems.list);
    }
  };
  each(['facts'], (file, problems) => read.facts.push(...located(readYamlList(file.text, fact, problems), file)));
  const facts = new Map(read.facts.map(({ value }) => [value.id, factText(value)]));
  each(['article'], (file) => {
    const parsed = parseArticle(file.text, file.path, facts);
    read.problems.push(...parsed.problems);
    read.articles.push(...locatedArticle(parsed, file.path));
  });
  each(['theme'], (file, problems) => {
    const item = readYamlMap(file.text, theme, problems);
    if (item !== undefined) read.themes.push(...located([item], file));
  });
  each(['intents', 'always'], (file, problems) => read.intents.push(...located(readYamlList(file.text, intent, problems), file)));
  each(['lexicon'], (file, problems) => read.lexicon.push(...located(readYamlList(file.text, concept, problems), file)));
  each(['facets'], (file, problems) => read.facets.push(...located(readYamlList(file.text, facetCues, problems), file)));
  each(['fact-cues'], (file, problems) => read.factCues.push(...located(readYamlList(file.text, factCues, problems), file)));
  each(['labels'], (file, problems) => {
    for (const { value, line } of readJsonLines(file.text, label, problems)) {
      const place = { file: file.path, line };
      read.labels.push({ value, place, at: () => place });
    }
  });
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

/** The value that a snapshot is built from. */
export function contentOf(read: ReadContent): Content {
  const values = <T>(list: Located<T>[]): T[] => list.map(({ value }) => value);
  return {
    articles: values(read.articles),
    intents: values(read.intents),
    lexicon: values(read.lexicon),
    facets: values(read.facets),
    facts: values(read.factCues),
    labels: values(read.labels),
    themes: values(read.themes).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  };
}
