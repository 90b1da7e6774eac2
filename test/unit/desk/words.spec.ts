import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/contract/index.js';
import { agentText } from '../../../src/desk/agent-messages.js';
import { factsInWords } from '../../../src/desk/facts-in-words.js';
import { insertion } from '../../../src/desk/insertion.js';

describe('facts in an agent’s brief', () => {
  it('read as French words', () => {
    expect(factsInWords({ age: '8', occupancy: 'tenant' })).toEqual(['8 ans', 'locataire']);
    expect(factsInWords({ age: 'minor' })).toEqual(['mineur']);
    expect(factsInWords({ T12: 'yes' })).toEqual([]);
    expect(factsInWords({ unknown: 'x' })).toEqual(['unknown : x']);
  });
});

describe('an agent’s words', () => {
  it('keep what an office gives out and lose what nobody may store', () => {
    expect(agentText('Écrivez à accueil@valclair.example')).toBe('Écrivez à accueil@valclair.example');
    expect(agentText('Carte 4970 1012 3456 7893 ?')).not.toContain('4970');
    expect(agentText('a\u0000\u202Eb')).toBe('ab');
  });
});

describe('an article inserted by an agent', () => {
  const paragraph = (text: string) => ({ type: 'paragraph' as const, inlines: [{ type: 'text' as const, text }] });
  const article = {
    id: 'passeport',
    title: 'Passeport',
    summary: 'En deux mots.',
    source: { name: 'service-public.gouv.fr', url: 'https://exemple.fr', checkedOn: '2026-01-15' },
    sections: [
      { facet: 'cost', title: 'Combien ça coûte', blocks: [paragraph('86 €')] },
      { title: 'Divers', blocks: [paragraph('Rien')] },
    ],
  } as unknown as Article;

  it('carries the section that was asked for, by its facet or its title', () => {
    const cost = { blocks: [paragraph('86 €')], sources: [article.source], article: { id: 'passeport', title: 'Passeport' } };
    expect(insertion(article, 'cost')).toEqual(cost);
    expect(insertion(article, 'Combien ça coûte')).toEqual(cost);
    expect(insertion(article, 'Délai')).toBeUndefined();
  });
  it('carries the summary and every section under its title when none was', () => {
    expect(insertion(article, undefined)!.blocks).toEqual([
      paragraph('En deux mots.'),
      { type: 'callout', tone: 'note', title: 'Combien ça coûte', blocks: [paragraph('86 €')] },
      { type: 'callout', tone: 'note', title: 'Divers', blocks: [paragraph('Rien')] },
    ]);
  });
});
