import { describe, expect, it } from '@jest/globals';
import type { Article, Block } from '../../../src/contract/index.js';
import { treeText } from '../../../src/knowledge/article-tree.js';
import { markdownOf } from '../../../src/knowledge/markdown-of.js';
import { parseArticle } from '../../../src/knowledge/parse-article.js';
import { readTree } from '../../../src/knowledge/read-tree.js';

const text = (value: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text: value }] });
const article = (...blocks: Block[]): Article => ({
  id: 'particuliers/F1',
  title: 'Vélo : « prix », et le reste',
  summary: 'Oui. Le vélo #1 coûte 10\u00a0€.',
  theme: 'transports',
  audience: 'particuliers',
  lang: 'fr',
  keywords: ['ANV : Agence nationale du vélo'],
  source: { name: 'service-public.fr', url: 'https://www.service-public.fr/particuliers/vosdroits/F1', checkedOn: '2026-05-04' },
  status: 'published',
  sections: [
    { facet: 'cost', title: 'Coût – En ville', blocks },
    { title: 'Réponse', blocks: [text('Oui.')] },
  ],
});
const EVERY_BLOCK: Block[] = [
  {
    type: 'paragraph',
    inlines: [
      { type: 'text', text: 'De 9:30 à 12:00, * < & [x] 1. un ' },
      { type: 'strong', text: '10\u00a0€' },
      { type: 'text', text: 'par' },
      { type: 'emphasis', text: 'droit' },
      { type: 'text', text: ' ' },
      { type: 'link', text: 'ici', url: 'https://exemple.fr/a?b=1&c=(2)' },
    ],
  },
  {
    type: 'list',
    ordered: false,
    items: [[text('un'), { type: 'list', ordered: true, items: [[text('a')], [text('b')]] }], [text('deux')]],
  },
  {
    type: 'table',
    head: [[], [{ type: 'text', text: 'a | b' }]],
    rows: [[[{ type: 'strong', text: 'x' }], [{ type: 'text', text: 'y' }]]],
  },
  { type: 'callout', tone: 'warning', title: 'Attention : "danger"', blocks: [text('a'), text('b')] },
  {
    type: 'cases',
    title: '',
    cases: [
      {
        label: 'Majeur [18]',
        if: 'age>=18',
        blocks: [
          text('a'),
          {
            type: 'cases',
            title: 'Et puis ?',
            cases: [
              { label: 'x', blocks: [text('x')] },
              { label: 'y', blocks: [text('y')] },
            ],
          },
        ],
      },
      { label: 'Mineur', if: 'age<18', blocks: [text('b')] },
    ],
  },
  { type: 'service', title: 'Demande (cerfa n° 10640*19 - 50291*19)', url: 'https://exemple.fr/s', needs: 'Un "compte" & un vélo' },
  { type: 'contact', name: 'Mairie', address: '1 place', phone: '39 39', hours: '9h', url: 'https://exemple.fr/m', email: 'a@exemple.fr' },
  { type: 'link', title: 'Vendre', article: 'particuliers/F2' },
  { type: 'link', title: 'Louer', url: 'https://exemple.fr/l' },
];

describe('an article written as Markdown', () => {
  it('is read back as the same article, whatever it holds', () => {
    const { article: read, problems } = parseArticle(markdownOf(article(...EVERY_BLOCK)), 'F1.md');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read).toEqual(article(...EVERY_BLOCK));
  });

  it('is written the same when it is read and written again', () => {
    const once = markdownOf(article(...EVERY_BLOCK));
    expect(markdownOf(parseArticle(once, 'F1.md').article!)).toBe(once);
  });

  it('keeps the conditions of a corpus, and what the branches of its guided searches set', () => {
    const when = 'T1=yes or T2!=no and T3=unset';
    const conditioned = article(
      { ...text('Pour vous.'), when },
      { type: 'list', ordered: false, when, items: [[{ ...text('Un'), when: 'T4=yes' }], [text('Deux')]] },
      text('Pour tous.'),
      {
        type: 'cases',
        title: '',
        cases: [
          { label: 'Ici', if: 'place=metropole', when: 'T1=yes', blocks: [text('Ici.')] },
          { label: 'Ailleurs', sets: ['T1', 'here:T2'], blocks: [text('Ailleurs.')] },
        ],
      },
    );
    expect(parseArticle(markdownOf(conditioned), 'F1.md').article).toEqual(conditioned);
    expect(readTree(treeText(conditioned), 'F1.json').article).toEqual(conditioned);
  });

  it('says which condition of a corpus nobody can read', () => {
    const { problems } = parseArticle(markdownOf(article({ ...text('x'), when: 'T1=yes' })).replace('T1=yes', 'T1=peut-être'), 'F1.md');
    expect(problems.map(({ code, severity }) => [severity, code])).toContainEqual(['error', 'condition']);
  });

  it('keeps its dossier and the articles that it leads on to', () => {
    const kin = { ...article(text('x')), dossier: 'N103/N358/N358-1', related: ['particuliers/F2', 'associations/F3'] };
    expect(parseArticle(markdownOf(kin), 'F1.md').article).toEqual(kin);
    expect(readTree(treeText(kin), 'F1.json').article).toEqual(kin);
  });

  it('keeps that it is a guided search', () => {
    const guided = { ...article(text('x')), guided: true };
    expect(parseArticle(markdownOf(guided), 'F1.md').article).toEqual(guided);
  });
});

describe('an article kept as its tree', () => {
  it('is read back as the same article and written as the same bytes', () => {
    const { article: read, problems, references } = readTree(treeText(article(...EVERY_BLOCK)), 'F1.json');
    expect(problems).toEqual([]);
    expect(read).toEqual(article(...EVERY_BLOCK));
    expect(treeText(read!)).toBe(treeText(article(...EVERY_BLOCK)));
    expect(references).toEqual([{ kind: 'article', id: 'particuliers/F2', line: 1 }]);
  });

  it('has one form, whatever the order of its fields', () => {
    const shuffled = Object.fromEntries(Object.entries(article(text('x'))).toReversed()) as unknown as Article;
    expect(treeText(shuffled)).toBe(treeText(article(text('x'))));
  });

  it.each([
    ['no JSON', '{\n"id": 1,\n}\n', 'json', 3],
    ['an unknown field', treeText(article(text('x'))).replace('"lang"', '"langue"'), 'field', 1],
    ['an address that is no address', treeText(article({ type: 'link', title: 'x', url: 'javascript:alert(1)' })), 'field', 1],
    ['an unknown block', treeText(article(text('x'))).replace('"paragraph"', '"html"'), 'field', 1],
  ])('is refused at the door with %s', (_, stored, code, line) => {
    const { article: read, problems } = readTree(stored, 'F1.json');
    expect(read).toBeNull();
    expect(problems[0]).toMatchObject({ severity: 'error', code, line });
  });
});
