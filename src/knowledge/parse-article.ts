import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { FACETS, type Article, type Facet, type Problem, type Section } from '../contract/index.js';
import { ArticleReader, type Reference } from './article-reader.js';
import { blocksOf } from './blocks-of.js';
import { frontMatter } from './documents.js';
import { splitFrontMatter } from './front-matter.js';
import { markdownTree } from './markdown-tree.js';
import { Problems } from './problems.js';
import { readYamlMap } from './yaml-file.js';

export interface ParsedArticle {
  /** Null when the front matter cannot be read. */
  article: Article | null;
  problems: Problem[];
  references: Reference[];
  /** Lines of the front matter's fields, for problems found later. */
  lines: Record<string, number>;
}

/**
 * An article from its file: YAML front matter, then Markdown cut into sections by its `##` headings, each with its facet in
 * braces. `facts` tells how each fact reads. A pure function; every problem carries file and line.
 */
export function parseArticle(markdown: string, file: string, facts: ReadonlyMap<string, string> = new Map()): ParsedArticle {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parts = splitFrontMatter(text);
  const unread = new Problems(file);
  if (parts === undefined) {
    unread.error('front-matter', 'le fichier doit commencer par un en-tête entre deux lignes « --- »', 1);
    return { article: null, problems: unread.list, references: [], lines: {} };
  }
  const head = readYamlMap(parts.yaml, frontMatter, unread, 2);
  if (head === undefined) return { article: null, problems: unread.list, references: [], lines: {} };

  const problems = new Problems(file, head.value.id);
  const reader = new ArticleReader(problems, facts, parts.linesAbove, parts.body.split('\n'));
  const sections = sectionsOf(parts.body, reader);
  const { source, summary, simple, ...rest } = head.value;
  if (source === undefined) problems.error('source', 'source officielle absente (source: { name, url, checkedOn })', 2);
  else if (source.url === '') problems.warn('source', "la source n'a pas d'adresse", head.lineOf(['source', 'url']));
  else if (!source.url.startsWith('https://'))
    problems.error('source', `la source doit être en https:// : « ${source.url} »`, head.lineOf(['source', 'url']));
  const article: Article = {
    ...rest,
    summary: reader.plain(summary, head.lineOf(['summary'])),
    source: source ?? { name: '', url: '', checkedOn: '' },
    ...(simple === undefined ? {} : { simple: reader.plain(simple, head.lineOf(['simple'])) }),
    sections,
  };
  const lines = Object.fromEntries(Object.keys(head.value).map((field) => [field, head.lineOf([field])]));
  return { article, problems: problems.list, references: reader.references, lines };
}

/** Title of what stands above the first heading. */
const OPENING = 'En bref';

function sectionsOf(body: string, reader: ArticleReader): Section[] {
  const groups: { heading?: Heading; nodes: RootContent[] }[] = [{ nodes: [] }];
  for (const node of markdownTree(body).children) {
    if (node.type === 'heading' && node.depth <= 2) groups.push({ heading: node, nodes: [] });
    else groups.at(-1)!.nodes.push(node);
  }
  return groups.flatMap(({ heading, nodes }) => {
    const blocks = blocksOf(nodes as Parameters<typeof blocksOf>[0], reader);
    if (heading === undefined) return blocks.length === 0 ? [] : [{ facet: 'summary' as const, title: OPENING, blocks }];
    const { title, facet } = titleOf(heading, reader);
    if (blocks.length === 0) reader.problems.error('empty', `section vide : « ${title} »`, reader.line(heading));
    return [{ ...(facet === undefined ? {} : { facet }), title, blocks }];
  });
}

/** `## Pièces à fournir {documents}` */
function titleOf(heading: Heading, reader: ArticleReader): { title: string; facet?: Facet } {
  const line = reader.line(heading);
  const [, title = '', braces] = /^(.*?)\s*(?:\{([^{}]*)\})?$/s.exec(toString(heading).trim()) ?? [];
  if (title === '') reader.problems.error('empty', 'titre de section vide', line);
  const facet = FACETS.find((known) => known === braces?.trim());
  if (braces !== undefined && facet === undefined)
    reader.problems.error('facet', `facette inconnue : « ${braces} » ; possibles : ${FACETS.join(', ')}`, line);
  return { title: reader.plain(title, line), ...(facet === undefined ? {} : { facet }) };
}
