import { marks, type SqlValue, type Tx } from '../platform/sql.js';
import type { StoredArticle } from './content.entity.js';
import type { Manifest } from './manifest.js';
import { together, type NewTexts } from './texts-by-hash.js';

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
  await saveVersions(tx, change.versions, change);
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

/** A corpus brings thousands of articles at once, and a unit must not take long: rows go in together. */
async function saveVersions(tx: Tx, versions: readonly VersionChange[], { at, by }: ContentChange): Promise<void> {
  const fieldsOf = ({ article }: VersionChange): SqlValue[] => [
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
    article.id,
  ];
  for (const some of together(versions.filter(({ from }) => from === 0))) {
    const rows = await tx.run(
      `INSERT INTO article (path, intents_path, title, theme, review_by, status, version, markdown, intents, wordings,
         imported_markdown, imported_intents, imported_archived, updated_at, updated_by, id)
       VALUES ${rowsOf(some, 16)} ON CONFLICT DO NOTHING`,
      some.flatMap(fieldsOf),
    );
    if (rows < some.length) throw new ContentMoved(some.map(({ article }) => article.id).join());
  }
  for (const version of versions.filter(({ from }) => from > 0)) {
    const rows = await tx.run(
      `UPDATE article SET path = ?, intents_path = ?, title = ?, theme = ?, review_by = ?, status = ?, version = ?, markdown = ?, intents = ?,
         wordings = ?, imported_markdown = ?, imported_intents = ?, imported_archived = ?, updated_at = ?, updated_by = ?
       WHERE id = ? AND version = ?`,
      [...fieldsOf(version), version.from],
    );
    if (rows === 0) throw new ContentMoved(version.article.id);
  }
  for (const some of together(versions))
    await tx.run(
      `INSERT INTO article_version (article, version, at, author, note, status, markdown, intents) VALUES ${rowsOf(some, 8)}`,
      some.flatMap(({ article, note }) => [article.id, article.version, at, by, note, article.status, article.markdown, article.intents]),
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
  const news = manifest.articles.filter((article) => before.get(article.id) !== article.version);
  const here = new Set(manifest.articles.map((article) => article.id));
  for (const some of together(news)) await goLive(tx, some);
  for (const gone of together([...before.keys()].filter((article) => !here.has(article))))
    await tx.run(`UPDATE article SET live_version = NULL WHERE id IN (${marks(gone)})`, gone);
}

/** A version that went live is published; so is the article, unless a newer draft stands on top. */
async function goLive(tx: Tx, articles: readonly { id: string; version: number }[]): Promise<void> {
  const live = `(VALUES ${articles.map(() => '(?, CAST(? AS integer))').join(', ')}) AS live`;
  const values = articles.flatMap(({ id, version }) => [id, version]);
  await tx.run(`UPDATE article SET live_version = live.column2 FROM ${live} WHERE id = live.column1`, values);
  await tx.run(
    `UPDATE article_version SET status = 'published' FROM ${live} WHERE article = live.column1 AND version = live.column2 AND status <> 'published'`,
    values,
  );
  await tx.run(
    `UPDATE article SET status = 'published' FROM ${live} WHERE id = live.column1 AND version = live.column2 AND status <> 'published'`,
    values,
  );
}

const rowsOf = (rows: readonly unknown[], columns: number): string => rows.map(() => `(${marks(Array(columns).fill(0))})`).join(', ');
