import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { StoredArticle, StoredFile, StoredSnapshot, StoredVersion } from './content.entity.js';
import type { ContentFile } from './content-file.js';
import { EMPTY_MANIFEST, filesOf, hashesOf, type Manifest } from './manifest.js';
import { textsByHash } from './texts-by-hash.js';

/** Reads what is stored of the content; committed rows only. */
@Injectable()
export class ContentStore {
  constructor(private readonly database: Database) {}

  articles(): Promise<StoredArticle[]> {
    return this.database.orm.getRepository(StoredArticle).find({ order: { id: 'ASC' } });
  }
  async article(id: string): Promise<StoredArticle | undefined> {
    return (await this.database.orm.getRepository(StoredArticle).findOneBy({ id })) ?? undefined;
  }
  versions(article: string): Promise<StoredVersion[]> {
    return this.database.orm.getRepository(StoredVersion).find({ where: { article }, order: { version: 'DESC' } });
  }
  async version(article: string, version: number): Promise<StoredVersion | undefined> {
    return (await this.database.orm.getRepository(StoredVersion).findOneBy({ article, version })) ?? undefined;
  }
  files(): Promise<StoredFile[]> {
    return this.database.orm.getRepository(StoredFile).find({ order: { path: 'ASC' } });
  }
  snapshots(): Promise<StoredSnapshot[]> {
    return this.database.orm.getRepository(StoredSnapshot).find({ order: { at: 'DESC' }, take: 200 });
  }
  async snapshot(id: string): Promise<StoredSnapshot | undefined> {
    return (await this.database.orm.getRepository(StoredSnapshot).findOneBy({ id })) ?? undefined;
  }
  /** Id of the snapshot that citizens are answered from; undefined before the first one. */
  async currentId(): Promise<string | undefined> {
    return (await this.database.read.get<{ id: string }>('SELECT id FROM snapshot WHERE current = 1'))?.id;
  }
  async publishedAt(id: string): Promise<string | undefined> {
    return (await this.database.read.get<{ at: string }>('SELECT at FROM snapshot WHERE id = ?', [id]))?.at;
  }
  /** The snapshot that is live and the one before it. */
  async liveIds(): Promise<string[]> {
    const rows = await this.database.read.all<{ id: string }>('SELECT id FROM snapshot ORDER BY current DESC, at DESC LIMIT 2');
    return rows.map(({ id }) => id);
  }
  /** The current manifest and the id it belongs to; an empty one before the first publication. */
  async current(): Promise<{ id: string | undefined; manifest: Manifest }> {
    const row = await this.database.read.get<{ id: string; manifest: string }>('SELECT id, manifest FROM snapshot WHERE current = 1');
    return row === undefined ? { id: undefined, manifest: EMPTY_MANIFEST } : { id: row.id, manifest: JSON.parse(row.manifest) as Manifest };
  }

  async text(hash: string): Promise<string> {
    return (await this.texts([hash]))(hash);
  }
  /** Loads texts at once; the function returned gives each by its hash. `known` are those not stored yet. */
  async texts(hashes: Iterable<string>, known: { get(hash: string): string | undefined } = new Map()): Promise<(hash: string) => string> {
    const texts = await textsByHash(
      this.database.read,
      [...hashes].filter((hash) => known.get(hash) === undefined),
    );
    return (hash) => {
      const text = known.get(hash) ?? texts.get(hash);
      if (text === undefined) throw new Error(`content text ${hash} is missing`);
      return text;
    };
  }
  async filesOf(manifest: Manifest, known?: { get(hash: string): string | undefined }): Promise<ContentFile[]> {
    return filesOf(manifest, await this.texts(hashesOf(manifest), known));
  }
}
