import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditLog, type AuditAction } from '../accounts/index.js';
import type { Article, articleDraft, ArticleStatus, Problem } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { neutral } from './article-status.js';
import { isTree, treeIn } from './article-tree.js';
import { applyChange, ContentMoved, type VersionChange } from './content-change.js';
import { ContentStore } from './content-store.js';
import type { StoredArticle } from './content.entity.js';
import { intentsIn } from './intents-file.js';
import type { Author } from './release.js';
import { ArticleReviewer, type ArticleReview } from './review-article.js';
import { editedText } from './shown-markdown.js';
import { nextVersion } from './stored-version.js';
import { NewTexts } from './texts-by-hash.js';
import { withWordings } from './wordings.js';

export type Draft = z.output<typeof articleDraft>;
export type Edited =
  { ok: true; id: string } | { ok: false; code: 'bad'; problems: Problem[] } | { ok: false; code: 'id.reused' | 'not-found' };

/** Writes versions of articles. None of it reaches a citizen before a publication. */
@Injectable()
export class Editing {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly reviewer: ArticleReviewer,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async create(draft: Draft, by: Author): Promise<Edited> {
    const { article, problems } = await this.reviewer.review(draft.markdown);
    if (article === null) return { ok: false, code: 'bad', problems };
    if ((await this.store.article(article.id)) !== undefined) return { ok: false, code: 'id.reused' };
    return this.saveDraft(undefined, article, draft, by);
  }

  async save(id: string, draft: Draft, by: Author): Promise<Edited> {
    const before = await this.store.article(id);
    if (before === undefined) return { ok: false, code: 'not-found' };
    if (before.version !== draft.baseVersion) return { ok: false, code: 'id.reused' };
    const { article, problems } = await this.reviewer.review(draft.markdown);
    if (article === null) return { ok: false, code: 'bad', problems };
    if (article.id !== id) {
      const message = `l'identifiant ne change pas : « ${id} » est attendu`;
      return { ok: false, code: 'bad', problems: [{ severity: 'error', code: 'id', message, article: id }] };
    }
    return this.saveDraft(before, article, draft, by);
  }

  /** Only a publication makes an article published. */
  async changeStatus(id: string, { status, note }: { status: ArticleStatus; note: string }, by: Author): Promise<Edited> {
    const before = await this.store.article(id);
    if (before === undefined) return { ok: false, code: 'not-found' };
    if (before.status === status) return { ok: true, id };
    if (status === 'published') {
      const message = 'un article devient publié par une publication';
      return { ok: false, code: 'bad', problems: [{ severity: 'error', code: 'status', message, article: id }] };
    }
    const article = { ...before, status, version: before.version + 1 };
    return this.write({ from: before.version, article, note }, { texts: new NewTexts(), by, action: 'article-status' });
  }

  /** An old version becomes the newest one, as a draft; nothing is lost in between. */
  async restore(id: string, version: number, by: Author): Promise<Edited> {
    const [before, old] = await Promise.all([this.store.article(id), this.store.version(id, version)]);
    if (before === undefined || old === undefined) return { ok: false, code: 'not-found' };
    const textOf = await this.store.texts([old.markdown, old.intents]);
    const { article, problems } = await this.readable(textOf(old.markdown));
    if (article === null) return { ok: false, code: 'bad', problems };
    const texts = new NewTexts();
    const intents = intentsIn(textOf(old.intents));
    const next = nextVersion(
      { before, article, markdown: textOf(old.markdown), intents, status: 'draft', note: `version ${version} restaurée` },
      texts,
    );
    return this.write(next, { texts, by, action: 'article-saved' });
  }

  private async saveDraft(before: StoredArticle | undefined, article: Article, draft: Draft, by: Author): Promise<Edited> {
    const stored = before === undefined ? [] : intentsIn(await this.store.text(before.intents));
    const intents = withWordings(stored, article.id, draft);
    const texts = new NewTexts();
    // An archived article stays so until its status is changed on purpose; nothing typed in the text publishes it.
    const status = before?.status === 'archived' ? 'archived' : article.status === 'in-review' ? 'in-review' : 'draft';
    const markdown = before === undefined ? neutral(draft.markdown) : editedText(await this.store.text(before.markdown), draft.markdown);
    const next = nextVersion({ before, article, markdown, intents, status, note: draft.note }, texts);
    return this.write(next, { texts, by, action: 'article-saved' });
  }

  private readable(text: string): Promise<ArticleReview> {
    return isTree(text) ? Promise.resolve({ article: treeIn(text), problems: [] }) : this.reviewer.review(text);
  }

  private async write(
    version: VersionChange,
    { texts, by, action }: { texts: NewTexts; by: Author; action: AuditAction },
  ): Promise<Edited> {
    const at = this.clock.now().toISOString();
    try {
      await this.database.write.perform(async (tx) => {
        await applyChange(tx, { at, by: by.name, texts, versions: [version], files: [] });
        await this.audit.recordWithin(tx, { actor: by.id, action, object: version.article.id });
      });
    } catch (error) {
      if (error instanceof ContentMoved) return { ok: false, code: 'id.reused' };
      throw error;
    }
    return { ok: true, id: version.article.id };
  }
}
