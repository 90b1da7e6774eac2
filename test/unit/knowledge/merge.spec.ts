import { describe, expect, it } from '@jest/globals';
import { neutral, withStatus } from '../../../src/knowledge/article-status.js';
import { merge } from '../../../src/knowledge/merge.js';
import { article } from './small-content.js';

describe('an import meets what stands here', () => {
  it.each([
    ['takes what is new', null, undefined, 'b', 'take'],
    ['takes what changed in the folder only', 'a', 'a', 'b', 'take'],
    ['keeps what was edited here only', 'a', 'mine', 'a', 'same'],
    ['keeps ours when both changed', 'a', 'mine', 'b', 'keep'],
    ['remembers that both came to the same', 'a', 'b', 'b', 'adopt'],
    ['leaves alone what the folder says nothing of', 'a', 'mine', undefined, 'same'],
  ] as const)('%s', (_what, base, local, incoming, expected) => {
    expect(merge(base, local, incoming)).toBe(expected);
  });
});

describe('the status of an article', () => {
  it('is written into the front matter and changes nothing else', () => {
    const published = article('permis');
    expect(withStatus(published, 'archived')).toBe(published.replace('status: published', 'status: archived'));
    expect(withStatus(published, 'published')).toBe(published);
  });

  it('is added where the front matter has none', () => {
    expect(withStatus('---\nid: a\n---\nTexte\n', 'draft')).toBe('---\nid: a\nstatus: draft\n---\nTexte\n');
  });

  it('does not count when two texts are compared, nor do line ends', () => {
    const published = article('permis');
    expect(neutral(withStatus(published, 'draft').replace(/\n/g, '\r\n'))).toBe(neutral(published));
  });
});
