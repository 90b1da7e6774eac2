import { describe, expect, it } from '@jest/globals';
import { excerptOf, likePattern } from '../../../src/desk/search-text.js';

describe('the pattern of a search', () => {
  it('takes nothing that was typed for a wild card', () => {
    expect(likePattern('100%')).toBe('%100!%%');
    expect(likePattern('a_b!c')).toBe('%a!_b!!c%');
  });
  it('is written as the stored JSON is', () => {
    expect(likePattern('dit "oui"')).toBe('%dit \\"oui\\"%');
    expect(likePattern('\u0000')).toBe('%\\u0000%');
  });
  it('lets a letter with an accent stand for any letter', () => {
    expect(likePattern('État')).toBe('%_tat%');
    expect(likePattern('e\u0301tat')).toBe('%_tat%');
  });
});

describe('an excerpt', () => {
  it('is the whole of a short text and the surroundings in a long one', () => {
    expect(excerptOf('Bonjour', 'jour')).toBe('Bonjour');
    const long = excerptOf(`${'x'.repeat(200)}mot${'y'.repeat(200)}`, 'MOT');
    expect(long).toBe(`…${'x'.repeat(80)}mot${'y'.repeat(80)}…`);
  });
});
