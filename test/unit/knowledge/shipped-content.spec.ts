import { describe, expect, it } from '@jest/globals';
import { checkContent } from '../../../src/knowledge/check-content.js';
import { printProblem } from '../../../src/knowledge/problems.js';
import { readContent } from '../../../src/knowledge/read-content.js';
import { contentFiles } from '../../../src/knowledge/read-folder.js';
import { INSTALLATION } from '../../../src/knowledge/seed.js';

describe('the content that is shipped', () => {
  const read = readContent(contentFiles(INSTALLATION));

  it('has no error and names nothing that is not there', () => {
    const problems = checkContent(read, { today: '2026-11-22' });
    expect(problems.filter(({ severity, code }) => severity === 'error' || code === 'dangling').map(printProblem)).toEqual([]);
  });

  it('names an article that is there in every near miss', () => {
    const ids = new Set(read.articles.map(({ value }) => value.id));
    const named = read.intents.flatMap(({ value }) => value.nearMisses.flatMap(({ article }) => article ?? []));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('holds sixty articles or more over nine themes or more, and 600 labelled questions or more', () => {
    expect(read.articles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(read.articles.map(({ value }) => value.theme)).size).toBeGreaterThanOrEqual(9);
    expect(read.labels.filter(({ value }) => value.expected.length > 0).length).toBeGreaterThanOrEqual(600);
    expect(read.labels.filter(({ value }) => value.expected.length === 0).length).toBeGreaterThanOrEqual(200);
    expect(read.lexicon.length).toBeGreaterThanOrEqual(250);
  });
});
