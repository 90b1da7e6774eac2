import { describe, expect, it } from '@jest/globals';
import { Problems } from '../../../src/knowledge/problems.js';
import { learnedWords, readWords, wordsText } from '../../../src/knowledge/words-file.js';
import { packRow } from '../../../src/matching/word-vectors.js';

const row = packRow(Float32Array.from([1, -0.5, 0.25]));

describe('the file of word vectors', () => {
  it('is read back as it was written', () => {
    const learned = { dimensions: 3, rows: { 'c:passeport': row, taf: row } };
    const problems = new Problems('intents/words.fr.tsv');
    const read = readWords(wordsText(learned), problems).map(({ value }) => value);
    expect(learnedWords(read)).toEqual(learned);
    expect(problems.list).toEqual([]);
  });

  it('names the line that is no vector, or one of another length, and leaves it out', () => {
    const problems = new Problems('intents/words.fr.tsv');
    const read = readWords(`taf\t${row}\nboulot\nemploi\t${packRow(new Float32Array(2))}\n`, problems);
    expect(read.map(({ value }) => value.term)).toEqual(['taf']);
    expect(problems.list.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('gives no vectors when it is empty', () => expect(learnedWords([])).toBeUndefined());
});
