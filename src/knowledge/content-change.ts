import type { ArticleStatus } from '../contract/index.js';
import type { Tx } from '../platform/sql.js';
import type { StoredArticle } from './content.entity.js';
import type { Manifest } from './manifest.js';
import type { NewTexts } from './texts-by-hash.js';

/** Somebody else wrote between what was read and this write: think again. */
export class ContentMoved extends Error {}

/** An article's next version. `from` is the version it was made from, 0 for a new article. */
export interface VersionChange {
  from: number;
  article: Omit<StoredArticle, 'liveVersion' | 'updatedAt' | 'updatedBy'>;
  note: string;
}
export interface FileChange {
  path: string;
  hash: string;
  used: string | null;
}
/** The snapshot that takes the place of `from`. */
export interface SnapshotChange {
  from: string | undefined;
  id: string;
  manifest: Manifest;
  /** The manifest it replaces: only articles that differ are touched. */
  before: Manifest;
  gate: object;
  note: string;
}
/** Everything that one decision changes: written in one unit, whole or not at all. */
export interface ContentChange {
  at: string;
  by: string;
  texts: NewTexts;
  versions: VersionChange[];
  files: FileChange[];
  /** What imports remember without a new version: articles that already held the imported text. */
  adopted?: Pick<StoredArticle, 'id' | 'importedMarkdown' | 'importedIntents' | 'importedArchived'>[];
  snapshot?: SnapshotChange;
}

export async function applyChange(tx: Tx, change: ContentChange): Promise<void> {
  await change.texts.store(tx);
  for (const version of change.versions) await saveVersion(tx, version, change);
  for (const { id, importedMarkdown, importedIntents, importedArchived } of change.adopted ?? [])
    await tx.run('UPDATE article SET imported_markdown = ?, imported_intents = ?, imported_archived = ? WHERE id = ?', [
      importedMarkdown,
      importedIntents,
      importedArchived,
      id,
    ]);
  for (const { path, hash, used } of change.files) {
    await tx.run(
      `INSERT INTO content_file (path, hash, used, updated_at, updated_by) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET hash = excluded.hash, used = excluded.used, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [path, hash, used, change.at, change.by],
    );
  }
  if (change.snapshot !== undefined) await putLive(tx, change.snapshot, change);
}

async function saveVersion(tx: Tx, { from, article, note }: VersionChange, { at, by }: ContentChange): Promise<void> {
  const fields = [
    article.path,
    article.intentsPath,
    article.title,
    article.theme,
    article.reviewBy,
    article.status,
    article.version,
    article.markdown,
    article.intents,
    article.wordings,
    article.importedMarkdown,
    article.importedIntents,
    article.importedArchived,
    at,
    by,
  ];
  const rows =
    from === 0
      ? await tx.run(
          `INSERT INTO article (path, intents_path, title, theme, review_by, status, version, markdown, intents, wordings,
             imported_markdown, imported_intents, imported_archived, updated_at, updated_by, id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          [...fields, article.id],
        )
      : await tx.run(
          `UPDATE article SET path = ?, intents_path = ?, title = ?, theme = ?, review_by = ?, status = ?, version = ?, markdown = ?, intents = ?,
             wordings = ?, imported_markdown = ?, imported_intents = ?, imported_archived = ?, updated_at = ?, updated_by = ?
           WHERE id = ? AND version = ?`,
          [...fields, article.id, from],
        );
  if (rows === 0) throw new ContentMoved(article.id);
  await tx.run(
    'INSERT INTO article_version (article, version, at, author, note, status, markdown, intents) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [article.id, article.version, at, by, note, article.status, article.markdown, article.intents],
  );
}

async function putLive(
  tx: Tx,
  { from, id, manifest, before: replaced, gate, note }: SnapshotChange,
  { at, by }: ContentChange,
): Promise<void> {
  // The row lock of the outgoing snapshot puts two publications in line; the second finds another one in its place.
  const out = from === undefined ? 0 : await tx.run('UPDATE snapshot SET current = 0 WHERE id = ? AND current = 1', [from]);
  const other = await tx.get<{ id: string }>('SELECT id FROM snapshot WHERE current = 1');
  if ((from !== undefined && out === 0) || other !== undefined) throw new ContentMoved('snapshot');
  const rows = await tx.run(
    `INSERT INTO snapshot (id, at, author, note, manifest, articles, gate, current) VALUES (?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, author = excluded.author, note = excluded.note, manifest = excluded.manifest,
       gate = excluded.gate, current = 1`,
    [id, at, by, note, JSON.stringify(manifest), manifest.articles.length, JSON.stringify(gate)],
  );
  if (rows === 0) throw new ContentMoved('snapshot');
  const before = new Map(replaced.articles.map((article) => [article.id, article.version]));
  for (const article of manifest.articles) {
    const was = before.get(article.id);
    before.delete(article.id);
    if (was === article.version) continue;
    await tx.run('UPDATE article SET live_version = ? WHERE id = ?', [article.version, article.id]);
    await setStatus(tx, article.id, article.version, 'published');
  }
  for (const gone of before.keys()) await tx.run('UPDATE article SET live_version = NULL WHERE id = ?', [gone]);
}

/** A version that went live is published; so is the article, unless a newer draft stands on top. */
async function setStatus(tx: Tx, id: string, version: number, status: ArticleStatus): Promise<void> {
  await tx.run('UPDATE article_version SET status = ? WHERE article = ? AND version = ? AND status <> ?', [status, id, version, status]);
  await tx.run('UPDATE article SET status = ? WHERE id = ? AND version = ? AND status <> ?', [status, id, version, status]);
}
