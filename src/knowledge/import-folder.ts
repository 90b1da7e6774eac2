import { Injectable } from '@nestjs/common';
import type { Problem } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { checkContent } from './check-content.js';
import { applyChange } from './content-change.js';
import { kindOf, type ContentFile } from './content-file.js';
import { ContentStore } from './content-store.js';
import { intentsIn } from './intents-file.js';
import { withArticles, type Manifest } from './manifest.js';
import { planImport, type ImportPlan, type ImportReport } from './plan-import.js';
import { untilUnmoved } from './publishing.js';
import { readContent, type ReadContent } from './read-content.js';
import { Release, type Author } from './release.js';
import { manifestArticle } from './stored-version.js';

export interface ImportOrder {
  files: readonly ContentFile[];
  /** Keep everything as drafts: nothing goes live. */
  draft: boolean;
  note: string;
  by: Author;
}
export type Imported = { ok: true; report: ImportReport; snapshot: string | undefined } | { ok: false; code: 'bad'; problems: Problem[] };

/** Faults that would lose a part of a file: nothing is imported of a folder that has one. */
const LOSING = new Set(['yaml', 'json', 'field', 'front-matter', 'duplicate-id']);

/** The one way in for files: the seed of an empty database and `guichet import folder`. */
@Injectable()
export class FolderImport {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly release: Release,
    private readonly clock: Clock,
  ) {}

  run(order: ImportOrder): Promise<Imported> {
    const read = readContent(order.files);
    return untilUnmoved(() => this.attempt(order, read));
  }

  private async attempt(order: ImportOrder, read: ReadContent): Promise<Imported> {
    const [{ id: from, manifest: before }, articles, files] = await Promise.all([
      this.store.current(),
      this.store.articles(),
      this.store.files(),
    ]);
    const alsoKnown = new Set(articles.map(({ id }) => id));
    const at = this.clock.now().toISOString();
    const problems = checkContent(read, { today: at.slice(0, 10), alsoKnown });
    if (problems.some(losesSomething)) return { ok: false, code: 'bad', problems };

    const text = await this.store.texts(articles.flatMap(({ markdown, intents }) => [markdown, intents]));
    const plan = planImport({ articles, files, markdownOf: text, intentsOf: (hash) => intentsIn(text(hash)) }, { ...order, read });
    const manifest = manifestAfter(before, { plan, articles, files });
    if (order.draft || !differs(before, manifest)) {
      await this.database.write.perform((tx) => applyChange(tx, { at, by: order.by.name, ...plan.change }));
      return { ok: true, report: plan.report, snapshot: undefined };
    }
    for (const version of plan.change.versions) alsoKnown.add(version.article.id);
    const released = await this.release.put({ from, before, manifest, change: plan.change, alsoKnown, note: order.note, by: order.by });
    return released.ok ? { ok: true, report: plan.report, snapshot: released.published.snapshot } : released;
  }
}

const losesSomething = ({ severity, code, file }: Problem): boolean =>
  severity === 'error' && (LOSING.has(code) || (code === 'dangling' && kindOf(file ?? '') === 'intents'));

interface After {
  plan: ImportPlan;
  articles: Awaited<ReturnType<ContentStore['articles']>>;
  files: Awaited<ReturnType<ContentStore['files']>>;
}

function manifestAfter(before: Manifest, { plan, articles, files }: After): Manifest {
  const newest = new Map(articles.map((article) => [article.id, manifestArticle(article)]));
  const archived = new Set(articles.filter(({ status }) => status === 'archived').map(({ id }) => id));
  for (const { article } of plan.change.versions) {
    newest.set(article.id, manifestArticle(article));
    if (article.status === 'archived') archived.add(article.id);
    else archived.delete(article.id);
  }
  const used = new Map(files.map((file) => [file.path, file.used]));
  for (const file of plan.change.files) used.set(file.path, file.used);
  const all = [...used].flatMap(([path, hash]) => (hash === null ? [] : [{ path, hash }])).sort((a, b) => (a.path < b.path ? -1 : 1));
  const put = plan.publish.map((id) => newest.get(id)!);
  return withArticles({ articles: before.articles, files: all }, put, archived);
}

const differs = (one: Manifest, other: Manifest): boolean => JSON.stringify(one) !== JSON.stringify(other);
