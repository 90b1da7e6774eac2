import { Injectable } from '@nestjs/common';
import { withStatus } from './article-status.js';
import { byPath, kindOf, type ContentFile } from './content-file.js';
import { ContentStore } from './content-store.js';
import { intentsIn, intentsText } from './intents-file.js';
import type { Intent } from '../matching/index.js';

/** The content as files, byte for byte the same as long as nothing changed: a `git diff` of an export is a review. */
@Injectable()
export class FolderExport {
  constructor(private readonly store: ContentStore) {}

  async files(): Promise<ContentFile[]> {
    const [articles, stored] = await Promise.all([this.store.articles(), this.store.files()]);
    const textOf = await this.store.texts([
      ...articles.flatMap(({ markdown, intents }) => [markdown, intents]),
      ...stored.map(({ hash }) => hash),
    ]);
    const files = articles.map(({ path, markdown, status }) => ({ path, text: withStatus(textOf(markdown), status) }));
    const wordings = new Map<string, Map<string, Intent[]>>();
    for (const { id, intentsPath, intents } of articles) {
      const own = intentsIn(textOf(intents));
      if (own.length > 0) wordings.set(intentsPath, (wordings.get(intentsPath) ?? new Map<string, Intent[]>()).set(id, own));
    }
    for (const { path, hash } of stored) {
      const text = textOf(hash);
      files.push({ path, text: kindOf(path) === 'intents' ? intentsFile(text, wordings.get(path) ?? new Map()) : text });
      wordings.delete(path);
    }
    for (const [path, own] of wordings) files.push({ path, text: intentsFile('', own) });
    return files.sort(byPath);
  }
}

/** The file as it was imported while the articles' wordings are still those it held; else written anew, in the file's order. */
function intentsFile(text: string, byArticle: ReadonlyMap<string, Intent[]>): string {
  const before = intentsIn(text);
  const left = new Map([...byArticle].flatMap(([, intents]) => intents.map((intent) => [intent.id, intent] as const)));
  const now = before.flatMap((intent): Intent[] => {
    if (intent.article === undefined) return [intent];
    const own = left.get(intent.id);
    left.delete(intent.id);
    return own?.article === intent.article ? [own] : [];
  });
  now.push(...[...left.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  return intentsText(now) === intentsText(before) ? text : intentsText(now);
}
