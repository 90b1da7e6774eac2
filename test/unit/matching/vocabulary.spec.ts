import { describe, expect, it } from '@jest/globals';
import { vocabularyOf } from '../../../src/matching/engine.js';
import { town } from './town.js';

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);
const saying = (examples: string[]) =>
  vocabularyOf({ ...town, intents: [{ ...town.intents[0]!, examples: [...times(150, 'mon passeport'), ...examples] }] }, []);

describe('the vocabulary', () => {
  it('holds a word of the examples alone that some of them say', () => {
    expect(saying(times(4, 'mes gosses')).has('gosses')).toBe(true);
    expect(saying(times(3, 'mes gosses')).has('gosses')).toBe(false);
  });

  it('does not hold a misspelling, however many lines misspell it', () => {
    expect(saying(times(4, 'mon passepore')).has('passepore')).toBe(false);
    expect(saying(times(40, 'mon passepore')).has('passepore')).toBe(true);
  });
});
