import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Problem, tryQuestion } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import { neutral } from './article-status.js';
import { ContentStore } from './content-store.js';
import { CurrentSnapshot } from './current-snapshot.js';
import { intentsIn } from './intents-file.js';
import { withArticles } from './manifest.js';
import { ArticleReviewer } from './review-article.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { manifestArticle, nextVersion } from './stored-version.js';
import { hashOf, NewTexts } from './texts-by-hash.js';
import { withWordings } from './wordings.js';

export type TriedDraft = NonNullable<z.output<typeof tryQuestion>['draft']>;
export type DraftSnapshot = { ok: true; snapshot: Snapshot } | { ok: false; code: 'bad'; problems: Problem[] };

/** What citizens would be answered from with one draft in place: to try a question before anything is published. */
@Injectable()
export class DraftSnapshots {
  /** The last one only: an editor asks several questions of the same draft. */
  private last: { key: string; snapshot: Promise<DraftSnapshot> } | undefined;

  constructor(
    private readonly store: ContentStore,
    private readonly current: CurrentSnapshot,
    private readonly reviewer: ArticleReviewer,
    private readonly builder: SnapshotBuilder,
  ) {}

  async draftSnapshot(draft: TriedDraft | undefined): Promise<DraftSnapshot> {
    const live = this.current.get();
    if (draft === undefined) return { ok: true, snapshot: live };
    const key = hashOf(JSON.stringify([live.id, draft]));
    if (this.last?.key === key) return this.last.snapshot;
    const snapshot = this.build(draft);
    this.last = { key, snapshot };
    snapshot.catch(() => (this.last = undefined));
    return snapshot;
  }

  private async build(draft: TriedDraft): Promise<DraftSnapshot> {
    const { article, problems } = await this.reviewer.review(draft.markdown);
    if (article === null) return { ok: false, code: 'bad', problems };
    const [{ manifest }, before] = await Promise.all([this.store.current(), this.store.article(article.id)]);
    const stored = before === undefined ? [] : intentsIn(await this.store.text(before.intents));
    const texts = new NewTexts();
    const intents = withWordings(stored, article.id, draft);
    const next = nextVersion({ before, article, markdown: neutral(draft.markdown), intents, status: 'draft', note: '' }, texts);
    const files = await this.store.filesOf(withArticles(manifest, [manifestArticle(next.article)]), texts);
    return { ok: true, snapshot: await this.builder.build(files) };
  }
}
