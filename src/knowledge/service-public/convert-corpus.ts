import type { Article } from '../../contract/index.js';
import { treeText } from '../article-tree.js';
import type { ContentFile } from '../content-file.js';
import { AUDIENCES, articleIdOf, type Audience } from './addresses.js';
import { articleOf, titleOfPage, type CorpusArticle, type Theme } from './article.js';
import { openCorpus, type CorpusPage } from './corpus.js';
import { ambiguousVariables, isGuided } from './guided.js';
import { Skips } from './skips.js';

export interface ConvertedCorpus {
  files: ContentFile[];
  themes: Map<string, Theme>;
  /** Where each article is listed: its theme. */
  articles: Map<string, Pick<Article, 'theme' | 'audience'>>;
  /** Only of these has something been read. */
  audiences: Set<Audience>;
  /** Date of the page that was changed last. */
  newest: string;
  skips: Skips;
}
export type Progress = (done: number, total: number) => void;

/**
 * The articles of a corpus as files of the content. Only their texts are kept while it is read, a page at a time; a guided search waits until
 * the end, since it names the articles that it leads to.
 */
export async function convertCorpus(
  path: string,
  wanted: readonly Audience[] = AUDIENCES,
  progress: Progress = () => {},
): Promise<ConvertedCorpus> {
  const skips = new Skips();
  const { total, pages } = await openCorpus(path, wanted, skips);
  const converted: ConvertedCorpus = { files: [], themes: new Map(), articles: new Map(), audiences: new Set(), newest: '', skips };
  const titles = new Map<string, string>();
  const ambiguous = new Set<string>();
  const waiting: CorpusPage[] = [];
  let done = 0;
  const take = (page: CorpusPage) => {
    const made = articleOf(page.root, page, skips, { titles, ambiguous });
    if (made === undefined) skips.page('a page without text', articleIdOf(page.audience, page.id));
    else keep(converted, made, page);
    return made;
  };
  for await (const page of pages) {
    progress(++done, total);
    if (isGuided(page.root)) {
      waiting.push(page);
      titles.set(articleIdOf(page.audience, page.id), titleOfPage(page.root));
    } else {
      const made = take(page);
      if (made !== undefined) titles.set(made.article.id, made.article.title);
    }
  }
  for (const variable of ambiguousVariables(waiting.map(({ root }) => root))) ambiguous.add(variable);
  for (const page of waiting) take(page);
  progress(total, total);
  if (converted.files.length === 0) throw new Error(`no page to import in ${path}`);
  return converted;
}

function keep(converted: ConvertedCorpus, { article, theme }: CorpusArticle, { audience }: CorpusPage): void {
  converted.files.push({ path: `knowledge-base/${article.lang}/${article.theme}/${article.id}.json`, text: treeText(article) });
  converted.themes.set(theme.id, theme);
  converted.articles.set(article.id, { theme: article.theme, audience });
  converted.audiences.add(audience);
  if (article.source.checkedOn > converted.newest) converted.newest = article.source.checkedOn;
}
