import { describe, it, expect } from '@jest/globals';
import { judge } from '../../../src/dialogue/conditions.js';
import { readChoice, choiceId, type Picked } from '../../../src/dialogue/choices.js';
import { settle } from '../../../src/dialogue/cases.js';
import { town } from '../matching/town.js';

describe('conditions of cases', () => {
  it.each([
    ['age>=18', { age: '20' }, 'true'],
    ['age>=18', { age: '8' }, 'false'],
    ['age>=18', { age: 'minor' }, 'false'],
    ['age>=60', { age: 'adult' }, 'unknown'],
    ['age<18 and place=abroad', { age: 'adult' }, 'false'],
    ['age>=18 and place=abroad', { age: 'adult' }, 'unknown'],
    ['occupancy=tenant', { occupancy: 'tenant' }, 'true'],
    ['occupancy=tenant', { occupancy: 'owner' }, 'false'],
    ['occupancy=tenant', {}, 'unknown'],
    ['T1=yes or T2=yes', { T1: 'no', T2: 'yes' }, 'true'],
    ['T1=yes or T2=yes', { T1: 'no' }, 'unknown'],
    ['T1=yes or T2=yes', { T1: 'no', T2: 'no' }, 'false'],
    ['T1!=no', {}, 'true'],
    ['T1!=no', { T1: 'no' }, 'false'],
    ['T1=unset and T2!=no', { T1: 'yes' }, 'false'],
    ['T1=unset', {}, 'true'],
  ] as const)('judges %s with %j: %s', (condition, facts, verdict) => {
    expect(judge(condition, facts)).toBe(verdict);
  });

  it('opens the branch that holds, and asks when several may', () => {
    const blocks = town.articles[0]!.sections[0]!.blocks;
    expect(settle(blocks, { age: '8' })).toMatchObject({ path: ['Mineur'] });
    expect(settle(blocks, {}).open?.branches.map(({ label }) => label)).toEqual(['Majeur', 'Mineur']);
    expect(settle(blocks, {}, [0, 1]).path).toEqual(['Mineur']);
  });

  it('asks about all of them where none leaves room for this person', () => {
    const branch = (label: string, condition: string) => ({ label, if: condition, blocks: [] });
    const cases = [branch('Métropole', 'place=metropole'), branch('Outre-mer', 'place=overseas')];
    const { open } = settle([{ type: 'cases', title: '', cases }], { place: 'abroad' });
    expect(open?.branches).toMatchObject([
      { label: 'Métropole', path: [0, 0] },
      { label: 'Outre-mer', path: [0, 1] },
    ]);
  });
});

describe('choices', () => {
  const all: Picked[] = [
    { type: 'article', article: 'particuliers/F123' },
    { type: 'facet', article: 'passeport', facet: 'cost' },
    { type: 'case', article: 'passeport', section: 0, path: [0, 1] },
    { type: 'case', article: 'passeport', section: 2, path: 'all' },
    { type: 'more', article: 'passeport', section: 3 },
    { type: 'not', article: 'passeport' },
    { type: 'none' },
    { type: 'human' },
    { type: 'human', service: 'etat-civil' },
  ];
  it.each(all)('means the same once read back: %j', (picked) => {
    expect(readChoice(choiceId(picked))).toEqual(picked);
  });

  it.each(['', 'x', 'facet:passeport:nothing', 'case:passeport:a:0', 'case:passeport:0:x', 'more:passeport:-1', 'article:'])(
    'reads nothing out of « %s »',
    (id) => {
      expect(readChoice(id)).toBeUndefined();
    },
  );
});
