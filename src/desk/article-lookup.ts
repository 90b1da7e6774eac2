import { Injectable } from '@nestjs/common';
import type { Article, ArticleHit } from '../contract/index.js';
import { normalise } from '../language/index.js';
import { CurrentSnapshot } from '../knowledge/index.js';
import { understand, type ArticleHead } from '../matching/index.js';

const MOST = 20;

/** Articles for the agent's own search: those whose title or keywords hold the words first, then those that would answer them. */
@Injectable()
export class ArticleLookup {
  constructor(private readonly snapshots: CurrentSnapshot) {}

  article(id: string): Article | undefined {
    return this.snapshots.get().articles.get(id);
  }

  find(words: string): ArticleHit[] {
    const snapshot = this.snapshots.get();
    const all = [...snapshot.articles.heads].sort((a, b) => a.title.localeCompare(b.title, 'fr'));
    const wanted = normalise(words).trim();
    if (wanted === '') return all.slice(0, MOST).map(toHit);
    const named = all.filter(({ title, keywords }) => [title, ...keywords].some((text) => normalise(text).includes(wanted)));
    const byId = new Map(all.map((head) => [head.id, head]));
    const meant = understand(snapshot, words).candidates.flatMap(({ article }) => byId.get(article) ?? []);
    return [...new Set([...named, ...meant])].slice(0, MOST).map(toHit);
  }
}

const toHit = ({ id, title, theme }: ArticleHead): ArticleHit => ({ id, title, theme });
