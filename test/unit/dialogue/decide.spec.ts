import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../src/dialogue/decide.js';
import { understandInContext } from '../../../src/dialogue/in-context.js';
import { openingMemory } from '../../../src/dialogue/index.js';
import { buildSnapshot } from '../../../src/matching/index.js';
import { town } from '../matching/town.js';

const licence = (id: string, title: string) => ({ ...town.articles[0]!, id, title, summary: `${title}.`, keywords: [], sections: [] });
const snapshot = buildSnapshot({
  ...town,
  articles: [...town.articles, licence('licence-chasse', 'Licence de chasse'), licence('licence-peche', 'Licence de pêche')],
});
/** What is decided about a message that the gate is sure of. */
const surely = (text: string, topic?: string) => {
  const memory = { ...openingMemory('fr'), ...(topic !== undefined && { topic }) };
  return decide(snapshot, memory, { ...understandInContext(snapshot, memory, text), confidence: 0.99, held: 0.99 }).type;
};

describe('a message of a single word', () => {
  it('that the titles of several articles hold is met with a choice, however sure the gate is', () => {
    expect(surely('ma licence ?')).toBe('clarify');
  });

  it('is answered with another word, and in the middle of a subject', () => {
    expect(surely('licence de pêche')).toBe('answer');
    expect(surely('la licence ?', 'licence-peche')).toBe('answer');
  });

  it('is answered where one article alone is named so', () => {
    expect(surely('passeport')).toBe('answer');
  });
});
