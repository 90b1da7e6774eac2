import { describe, expect, it } from '@jest/globals';
import { ArticleShelf } from '../../../src/matching/article-shelf.js';
import { town } from './town.js';

/** Twelve articles of 300 kB: six of them are kept read. */
const large = Array.from({ length: 12 }, (_, n) => ({ ...town.articles[0]!, id: `article-${n}`, summary: 'x'.repeat(300_000) }));
const idOf = (n: number) => `article-${n}`;

describe('the shelf of articles', () => {
  it('gives the same object while an article is asked for, and reads it anew when it was dropped', () => {
    const shelf = new ArticleShelf(large);
    const [first, second] = [shelf.get(idOf(0)), shelf.get(idOf(1))];
    for (let n = 2; n < large.length; n++) {
      expect(shelf.get(idOf(n))?.id).toBe(idOf(n));
      expect(shelf.get(idOf(0))).toBe(first);
    }
    expect(shelf.get(idOf(1))).not.toBe(second);
    expect(shelf.get(idOf(1))).toEqual(second);
  });

  it('keeps all articles of usual length', () => {
    const shelf = new ArticleShelf(large.map((article) => ({ ...article, summary: 'x'.repeat(9000) })));
    const read = large.map(({ id }) => shelf.get(id));
    expect(large.map(({ id }) => shelf.get(id) === read.find((article) => article?.id === id))).not.toContain(false);
  });

  it('reads an article that is larger than all that is kept, and knows none that it does not hold', () => {
    const shelf = new ArticleShelf([{ ...large[0]!, summary: 'x'.repeat(3_000_000) }]);
    expect(shelf.get(idOf(0))?.summary).toHaveLength(3_000_000);
    expect(shelf.get(idOf(1))).toBeUndefined();
  });
});
