import type { Article, ArticleStatus } from '../contract/index.js';
import type { Intent } from '../matching/content.js';
import { isTree } from './article-tree.js';
import type { VersionChange } from './content-change.js';
import type { StoredArticle } from './content.entity.js';
import { intentsText } from './intents-file.js';
import type { ManifestArticle } from './manifest.js';
import type { NewTexts } from './texts-by-hash.js';

export interface NextVersion {
  /** The article as its newest version stands; undefined for a new one. */
  before: StoredArticle | undefined;
  article: Article;
  markdown: string;
  intents: readonly Intent[];
  status: ArticleStatus;
  note: string;
}

/** The article's next version as it will be stored. A change of theme moves its files. */
export function nextVersion({ before, article, markdown, intents, status, note }: NextVersion, texts: NewTexts): VersionChange {
  // Text that takes another form moves to a file of that form, and its wordings stay where they are.
  const stays = before !== undefined && before.theme === article.theme;
  const path = articlePath(article, isTree(markdown));
  return {
    from: before?.version ?? 0,
    note,
    article: {
      id: article.id,
      path: stays && extensionOf(before.path) === extensionOf(path) ? before.path : path,
      intentsPath: stays ? before.intentsPath : `intents/${article.lang}/${article.theme}.yml`,
      title: article.title,
      theme: article.theme,
      reviewBy: article.reviewBy ?? null,
      status,
      version: (before?.version ?? 0) + 1,
      markdown: texts.add(markdown),
      intents: texts.add(intentsText(intents)),
      wordings: intents.reduce((sum, { examples }) => sum + examples.length, 0),
      importedMarkdown: before?.importedMarkdown ?? null,
      importedIntents: before?.importedIntents ?? null,
      importedArchived: before?.importedArchived ?? 0,
    },
  };
}

const articlePath = ({ lang, theme, id }: Article, tree: boolean) => `knowledge-base/${lang}/${theme}/${id}.${tree ? 'json' : 'md'}`;
const extensionOf = (path: string) => path.slice(path.lastIndexOf('.'));

export const manifestArticle = (article: ManifestArticle): ManifestArticle => ({
  id: article.id,
  version: article.version,
  path: article.path,
  markdown: article.markdown,
  intentsPath: article.intentsPath,
  intents: article.intents,
});
