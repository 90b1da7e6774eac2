import { describe, expect, it } from '@jest/globals';
import { OneByOne } from '../../../src/conversation/pages/one-by-one.js';

const later = (ms = 1) => new Promise((done) => setTimeout(done, ms));

describe('one by one', () => {
  it('runs the work of one key in order and that of two keys side by side', async () => {
    const queue = new OneByOne();
    const seen: string[] = [];
    const work = (name: string, ms: number) => async () => {
      seen.push(`${name} begins`);
      await later(ms);
      seen.push(`${name} ends`);
    };
    await Promise.all([queue.run('a', work('a1', 20)), queue.run('a', work('a2', 1)), queue.run('b', work('b1', 5))]);
    expect(seen).toEqual(['a1 begins', 'b1 begins', 'b1 ends', 'a1 ends', 'a2 begins', 'a2 ends']);
  });

  it('goes on behind a failure, which only its own caller hears of', async () => {
    const queue = new OneByOne();
    const failed = queue.run('a', () => Promise.reject(new Error('no')));
    const fine = queue.run('a', () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(fine).resolves.toBe('yes');
  });
});
