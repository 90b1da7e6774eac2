import { describe, expect, it } from '@jest/globals';
import { intentsIn, intentsText } from '../../../src/knowledge/intents-file.js';
import { withWordings, wordingsOf } from '../../../src/knowledge/wordings.js';
import type { Intent } from '../../../src/matching/index.js';

const INTENTS: Intent[] = [
  { id: 'prix', article: 'passeport', facet: 'cost', examples: ['combien'], nearMisses: [], rules: [] },
  {
    id: 'refaire',
    article: 'passeport',
    examples: ['refaire « mon » passeport: vite', 'renouveler'],
    nearMisses: [{ text: 'perdu', article: 'passeport-perdu' }, { text: 'volé' }],
    rules: [{ all: ['refaire', 'passeport'], none: ['perdre'] }],
  },
];

describe('the wordings beside an article', () => {
  it('show as two plain lists', () => {
    expect(wordingsOf(INTENTS)).toEqual({
      utterances: ['combien', 'refaire « mon » passeport: vite', 'renouveler'],
      nearMisses: ['perdu', 'volé'],
    });
  });

  it('go back where they came from when nothing was edited', () => {
    expect(withWordings(INTENTS, 'passeport', wordingsOf(INTENTS))).toEqual(INTENTS);
  });

  it('new ones go to the intent without a facet, and those removed leave', () => {
    const edited = withWordings(INTENTS, 'passeport', { utterances: ['combien', 'renouveler', 'passeport périmé'], nearMisses: ['perdu'] });
    expect(edited[1]).toMatchObject({
      examples: ['renouveler', 'passeport périmé'],
      nearMisses: [{ text: 'perdu', article: 'passeport-perdu' }],
    });
    expect(edited[0]).toEqual(INTENTS[0]);
  });

  it('make an intent where an article had none', () => {
    expect(withWordings([], 'faq/192', { utterances: ['ouverture'], nearMisses: [] })).toMatchObject([
      { id: 'faq-192', article: 'faq/192', examples: ['ouverture'] },
    ]);
  });

  it('are written and read back without a loss', () => {
    expect(intentsIn(intentsText(INTENTS))).toEqual(INTENTS);
  });
});
