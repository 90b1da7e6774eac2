import { Injectable } from '@nestjs/common';
import { ContentMoved } from './content-change.js';
import { ContentStore } from './content-store.js';
import { withArticles, type Manifest } from './manifest.js';
import { Release, type Author, type Released } from './release.js';
import { manifestArticle } from './stored-version.js';
import { NewTexts } from './texts-by-hash.js';

export interface PublishOrder {
  articles: readonly string[];
  note: string;
  by: Author;
}
/** How often a publication reads again after another one came in between. */
const TRIES = 3;

/** Puts the newest version of some articles live; what is archived leaves, the other files go as they stand. */
@Injectable()
export class Publishing {
  constructor(
    private readonly store: ContentStore,
    private readonly release: Release,
  ) {}

  publish(order: PublishOrder): Promise<Released | { ok: false; code: 'not-found' }> {
    return untilUnmoved(() => this.attempt(order));
  }

  private async attempt({ articles, note, by }: PublishOrder): Promise<Released | { ok: false; code: 'not-found' }> {
    const [{ id: from, manifest: before }, stored, files] = await Promise.all([
      this.store.current(),
      this.store.articles(),
      this.store.files(),
    ]);
    const byId = new Map(stored.map((article) => [article.id, article]));
    if (articles.some((id) => !byId.has(id))) return { ok: false, code: 'not-found' };
    const put = articles.map((id) => byId.get(id)!).filter(({ status }) => status !== 'archived');
    const gone = new Set(stored.filter(({ status }) => status === 'archived').map(({ id }) => id));
    const withFiles: Manifest = {
      articles: before.articles,
      files: files.flatMap(({ path, used }) => (used === null ? [] : [{ path, hash: used }])),
    };
    return this.release.put({
      from,
      before,
      manifest: withArticles(withFiles, put.map(manifestArticle), gone),
      change: { texts: new NewTexts(), versions: [], files: [] },
      alsoKnown: new Set(byId.keys()),
      note,
      by,
    });
  }
}

/** Runs again what found that somebody else wrote in between. */
export async function untilUnmoved<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ContentMoved) || tries >= TRIES) throw error;
    }
  }
}
