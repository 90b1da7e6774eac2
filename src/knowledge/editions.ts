import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ARTICLE_STATUSES, type ArticleEdition, type ArticleRow, type Problem, type SnapshotRow } from '../contract/index.js';
import { fold, normalise } from '../language/index.js';
import { Clock } from '../platform/clock.js';
import { isTree } from './article-tree.js';
import { ContentStore } from './content-store.js';
import type { StoredArticle } from './content.entity.js';
import { intentsIn } from './intents-file.js';
import { ArticleReviewer } from './review-article.js';
import { shownMarkdown } from './shown-markdown.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { manifestArticle } from './stored-version.js';
import { wordingsOf, type Wordings } from './wordings.js';

/** What the list of articles can be narrowed by. */
export const articleFilters = z.object({
  status: z.enum(ARTICLE_STATUSES).optional(),
  theme: z.string().max(100).optional(),
  q: z.string().trim().max(200).optional(),
  due: z.enum(['true', 'false', '1', '0']).optional(),
});
export type ArticleFilters = z.infer<typeof articleFilters>;

/** What editors read: the articles as they are being written, their versions, what is published. */
@Injectable()
export class Editions {
  constructor(
    private readonly store: ContentStore,
    private readonly reviewer: ArticleReviewer,
    private readonly builder: SnapshotBuilder,
    private readonly clock: Clock,
  ) {}

  async list({ status, theme, q, due }: ArticleFilters): Promise<ArticleRow[]> {
    const wanted = q === undefined ? '' : plain(q);
    const rows = (await this.store.articles()).map((article) => rowOf(article, this.today()));
    return rows.filter(
      (row) =>
        (status === undefined || row.status === status) &&
        (theme === undefined || row.theme === theme) &&
        (due === undefined || due === 'false' || due === '0' || row.overdue) &&
        plain(`${row.title} ${row.id}`).includes(wanted),
    );
  }

  async edition(id: string): Promise<ArticleEdition | undefined> {
    const article = await this.store.article(id);
    if (article === undefined) return undefined;
    this.builder.stayWarm();
    const [textOf, versions] = await Promise.all([this.store.texts([article.markdown, article.intents]), this.store.versions(id)]);
    const markdown = shownMarkdown(textOf(article.markdown), article.status);
    const intents = intentsIn(textOf(article.intents));
    const { article: preview, problems: found } = await this.reviewer.review(markdown, intents);
    const problems = isTree(textOf(article.markdown)) ? found.filter(({ code }) => !HOUSE_RULES.has(code)) : found;
    return {
      id,
      version: article.version,
      ...(article.liveVersion === null ? {} : { liveVersion: article.liveVersion }),
      status: article.status,
      markdown,
      ...wordingsOf(intents),
      preview,
      problems,
      versions: versions.map(({ version, at, author, note, status }) => ({ version, at, by: author, note, status })),
    };
  }

  async version(id: string, version: number): Promise<({ markdown: string } & Wordings) | undefined> {
    const found = await this.store.version(id, version);
    if (found === undefined) return undefined;
    const textOf = await this.store.texts([found.markdown, found.intents]);
    return { markdown: shownMarkdown(textOf(found.markdown), found.status), ...wordingsOf(intentsIn(textOf(found.intents))) };
  }

  /** The content check over everything as it is being written, archived articles left out. */
  async check(): Promise<Problem[]> {
    const [articles, files] = await Promise.all([this.store.articles(), this.store.files()]);
    const manifest = {
      articles: articles.filter(({ status }) => status !== 'archived').map(manifestArticle),
      files: files.flatMap(({ path, used }) => (used === null ? [] : [{ path, hash: used }])),
    };
    const options = { today: this.today(), alsoKnown: new Set(articles.map(({ id }) => id)) };
    return (await this.builder.examine(await this.store.filesOf(manifest), options)).problems;
  }

  async snapshots(): Promise<SnapshotRow[]> {
    return (await this.store.snapshots()).map(({ id, at, author, note, articles, current, gate }) => ({
      id,
      at,
      by: author,
      note,
      articles,
      current: current === 1,
      gate: JSON.parse(gate) as SnapshotRow['gate'],
    }));
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

/** Asked of what is written here, not of an official corpus. */
const HOUSE_RULES: ReadonlySet<string> = new Set(['amount', 'few-wordings', 'case']);

const plain = (text: string) => fold(normalise(text));

function rowOf(article: StoredArticle, today: string): ArticleRow {
  const { id, title, theme, status, reviewBy, updatedAt, updatedBy, wordings } = article;
  const live = article.liveVersion !== null;
  return {
    id,
    title,
    theme,
    status,
    draft: status === 'archived' ? live : article.liveVersion !== article.version,
    ...(reviewBy === null ? {} : { reviewBy }),
    overdue: reviewBy !== null && reviewBy < today && status !== 'archived',
    updatedAt,
    updatedBy,
    utterances: wordings,
  };
}
