import type { Article } from '../contract/index.js';

/** What of an article every list shows. */
export type ArticleHead = Pick<Article, 'id' | 'title' | 'theme' | 'keywords'>;
/**
 * How much text of articles is kept read, in bytes: all of a town's hundred articles, or those of thousands that people ask about today. With what is
 * read off them (passages, their words) it is some ten times as much memory.
 */
const READ = 2_000_000;

/**
 * The articles of a snapshot, as bytes: an article is read when somebody asks for it. Thousands of them as objects would take a second to load
 * and hundreds of megabytes; as bytes they are one array.
 */
export class ArticleShelf {
  /** In the order of the targets; what is no target comes last. */
  readonly heads: readonly ArticleHead[];
  private readonly ends: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(articles: readonly Article[]) {
    const texts = articles.map((article) => Buffer.from(JSON.stringify(article)));
    this.heads = articles.map(({ id, title, theme, keywords }) => ({ id, title, theme, keywords }));
    let end = 0;
    this.ends = Int32Array.from(texts, ({ length }) => (end += length));
    this.bytes = new Uint8Array(end);
    texts.forEach((text, at) => this.bytes.set(text, this.ends[at]! - text.length));
  }

  get size(): number {
    return this.heads.length;
  }
  has(id: string): boolean {
    return this.remembered().places.has(id);
  }
  keys(): string[] {
    return this.heads.map(({ id }) => id);
  }
  /** The position of an article, which is that of its target; -1 when it is not there. */
  placeOf(id: string): number {
    return this.remembered().places.get(id) ?? -1;
  }

  get(id: string): Article | undefined {
    const memory = this.remembered();
    const { places, read } = memory;
    const known = read.get(id);
    if (known !== undefined) {
      // Asked for last, dropped last.
      read.delete(id);
      read.set(id, known);
      return known.article;
    }
    const place = places.get(id);
    if (place === undefined) return undefined;
    const [start, end] = [this.ends[place - 1] ?? 0, this.ends[place]!];
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString('utf8', start, end);
    const article = JSON.parse(text) as Article;
    read.set(id, { article, size: end - start });
    memory.size += end - start;
    for (const [oldest, { size }] of read) {
      if (memory.size <= READ || oldest === id) break;
      read.delete(oldest);
      memory.size -= size;
    }
    return article;
  }

  private remembered(): Memory {
    const memory = memories.get(this) ?? { places: new Map(this.heads.map(({ id }, at) => [id, at])), read: new Map(), size: 0 };
    memories.set(this, memory);
    return memory;
  }
}

interface Memory {
  places: Map<string, number>;
  /** The one asked for longest ago first. */
  read: Map<string, { article: Article; size: number }>;
  size: number;
}
/** Beside the shelves, not in them: a shelf is carried and stored as its fields. */
const memories = new WeakMap<ArticleShelf, Memory>();
