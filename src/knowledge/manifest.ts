import type { ContentFile } from './content-file.js';

/** What a snapshot is made of: which version of each article, which text of each file. Texts by hash. */
export interface Manifest {
  articles: ManifestArticle[];
  files: { path: string; hash: string }[];
}
export interface ManifestArticle {
  id: string;
  version: number;
  path: string;
  markdown: string;
  intentsPath: string;
  intents: string;
}

export const EMPTY_MANIFEST: Manifest = { articles: [], files: [] };

export const hashesOf = (manifest: Manifest): string[] => [
  ...manifest.articles.flatMap(({ markdown, intents }) => [markdown, intents]),
  ...manifest.files.map(({ hash }) => hash),
];

/** The files that the manifest stands for; each article's wordings are a file of their own beside it. */
export function filesOf(manifest: Manifest, textOf: (hash: string) => string): ContentFile[] {
  return [
    ...manifest.files.map(({ path, hash }) => ({ path, text: textOf(hash) })),
    ...manifest.articles.flatMap(({ id, path, markdown, intentsPath, intents }) => [
      { path, text: textOf(markdown) },
      { path: intentsPath.replace(/\.yml$/, `/${id}.yml`), text: textOf(intents) },
    ]),
  ];
}

/** The manifest with some articles put in or replaced, and others gone. */
export function withArticles(manifest: Manifest, put: readonly ManifestArticle[], gone: ReadonlySet<string> = new Set()): Manifest {
  const articles = new Map(manifest.articles.map((article) => [article.id, article]));
  for (const article of put) articles.set(article.id, article);
  for (const id of gone) articles.delete(id);
  return { ...manifest, articles: [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
