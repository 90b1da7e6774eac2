import { Document, isMap, parseDocument } from 'yaml';

/** The fields of an article's head that the form edits. */
export interface Head {
  id: string;
  title: string;
  summary: string;
  theme: string;
  audience: string;
  keywords: string[];
  sourceName: string;
  sourceUrl: string;
  checkedOn: string;
  reviewBy: string;
  owner: string;
  simple: string;
}
export type HeadField = Exclude<keyof Head, 'id'>;

interface Parts {
  yaml: string;
  body: string;
  /** Lines of the file above the body. */
  linesAbove: number;
}

const PATHS: Record<keyof Head, readonly string[]> = {
  id: ['id'],
  title: ['title'],
  summary: ['summary'],
  theme: ['theme'],
  audience: ['audience'],
  keywords: ['keywords'],
  sourceName: ['source', 'name'],
  sourceUrl: ['source', 'url'],
  checkedOn: ['source', 'checkedOn'],
  reviewBy: ['reviewBy'],
  owner: ['owner'],
  simple: ['simple'],
};

/** Cuts an article at its two `---` lines; undefined when it has none. */
export function splitArticle(markdown: string): Parts | undefined {
  const found = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(markdown);
  if (found === null || found.index !== 0) return undefined;
  return { yaml: found[1]!, body: markdown.slice(found[0].length), linesAbove: found[0].split('\n').length - 1 };
}

export const withBody = (markdown: string, body: string): string => {
  const parts = splitArticle(markdown);
  return parts ? `---\n${parts.yaml}---\n${body}` : body;
};

/** What the form shows; undefined when the head is no YAML map, and the file has to be corrected as text. */
export function readHead(markdown: string): Head | undefined {
  const document = headOf(markdown);
  if (!document) return undefined;
  const text = (field: keyof Head): string => {
    const value: unknown = document.getIn(PATHS[field]);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const keywords: unknown = (document.toJS() as Record<string, unknown>)['keywords'];
  return {
    id: text('id'),
    title: text('title'),
    summary: text('summary'),
    theme: text('theme'),
    audience: text('audience') || 'particuliers',
    keywords: Array.isArray(keywords) ? keywords.map(String) : [],
    sourceName: text('sourceName'),
    sourceUrl: text('sourceUrl'),
    checkedOn: text('checkedOn'),
    reviewBy: text('reviewBy'),
    owner: text('owner'),
    simple: text('simple'),
  };
}

/** Changes one field and leaves the rest of the head as it was written: order, quotes, comments, unknown fields. */
export function writeHead(markdown: string, field: HeadField, value: string | string[]): string {
  const parts = splitArticle(markdown);
  const document = headOf(markdown);
  if (!parts || !document) return markdown;
  const path = PATHS[field];
  if (value.length === 0) document.deleteIn(path);
  else if (Array.isArray(value)) document.setIn(path, document.createNode(value, { flow: true }));
  else {
    if (path.length > 1 && !isMap(document.get(path[0]))) document.set(path[0], document.createNode({}, { flow: true }));
    document.setIn(path, value);
  }
  return `---\n${document.toString({ lineWidth: 120, flowCollectionPadding: true })}---\n${parts.body}`;
}

function headOf(markdown: string): Document.Parsed | undefined {
  const parts = splitArticle(markdown);
  if (!parts) return undefined;
  const document = parseDocument(parts.yaml);
  return document.errors.length === 0 && isMap(document.contents) ? document : undefined;
}
