/** A file of the content: its path from the root of the installation, with slashes, and its text. */
export interface ContentFile {
  path: string;
  text: string;
}

/** What a file of `knowledge-base/` or `intents/` holds; decided by its path alone. */
export type FileKind =
  | 'article'
  /** An article as its tree of blocks: what an official corpus brings. */
  | 'tree'
  | 'facts'
  | 'theme'
  | 'intents'
  /** Wordings for the articles of an official corpus; they become intents when it is imported. */
  | 'pack'
  | 'always'
  | 'lexicon'
  /** What words lead to, as numbers. */
  | 'words'
  | 'facets'
  | 'fact-cues'
  | 'labels'
  | 'dialogues';

const KINDS: readonly [RegExp, FileKind][] = [
  [/^knowledge-base\/(?:fr|en)\/(?:.+\/)?facts\.yml$/, 'facts'],
  [/^knowledge-base\/(?:fr|en)\/(?:.+\/)?theme\.yml$/, 'theme'],
  [/^knowledge-base\/(?:fr|en)\/.+\.md$/, 'article'],
  [/^knowledge-base\/(?:fr|en)\/.+\.json$/, 'tree'],
  // Dialogues measure whole conversations: kept with the content, not labels of one question.
  [/^knowledge-base\/questions\/(?:.+\/)?dialogues\.jsonl$/, 'dialogues'],
  [/^knowledge-base\/questions\/.+\.jsonl$/, 'labels'],
  [/^intents\/always\/.+\.yml$/, 'always'],
  [/^intents\/lexicon(?:\.[a-z]{2})?\.yml$/, 'lexicon'],
  [/^intents\/words(?:\.[a-z]{2})?\.tsv$/, 'words'],
  [/^intents\/facets(?:\.[a-z]{2})?\.yml$/, 'facets'],
  [/^intents\/facts(?:\.[a-z]{2})?\.yml$/, 'fact-cues'],
  [/^intents\/packs\/.+\.yml$/, 'pack'],
  [/^intents\/(?:fr|en)\/.+\.yml$/, 'intents'],
];

/** Undefined for a file that is not content (a README, an editor's backup). */
export function kindOf(path: string): FileKind | undefined {
  if (path.split('/').some((part) => part.startsWith('.') || part === 'README.md')) return undefined;
  return KINDS.find(([pattern]) => pattern.test(path))?.[1];
}

/** Labelled questions about the official corpus: they come with it, since nothing else answers them. */
export const ofCorpus = (path: string): boolean => path.startsWith('knowledge-base/questions/service-public/');

export const holdsArticle = (kind: FileKind | undefined): boolean => kind === 'article' || kind === 'tree';

/** One order on every machine, whatever its locale and file system. */
export const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
