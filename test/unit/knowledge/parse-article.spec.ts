import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../../src/contract/index.js';
import { parseArticle } from '../../../src/knowledge/parse-article.js';
import { article } from './small-content.js';

const FACTS = new Map([
  ['timbre.test', '86 €'],
  ['delai.test', '2 mois'],
]);
const parse = (body: string, more = '') => parseArticle(article('passeport', { body, more }), 'passeport.md', FACTS);
/** Blocks of the section that the body opens. */
const blocks = (markdown: string): Block[] => parse(`## Titre\n${markdown}`).article!.sections[0]!.blocks;
const problems = (markdown: string) => parse(`## Titre\n${markdown}`).problems.map(({ code, line }) => `${code}:${line}`);
/** Line of the first line under `## Titre`, the front matter of the fixture being 12 lines. */
const FIRST = 14;

describe('an article read from its file', () => {
  it('keeps its front matter and writes the facts of the summary out', () => {
    const { article: read } = parse('## Coût {cost}\nGratuit.');
    expect(read).toMatchObject({
      id: 'passeport',
      summary: 'Le timbre coûte 86 €.',
      audience: 'particuliers',
      keywords: ['essai', '2042'],
      source: { checkedOn: '2026-01-15' },
      owner: 'etat-civil',
      status: 'published',
    });
  });

  it('is cut into sections, each with its facet and without its braces', () => {
    const { article: read, problems: found } = parse(
      'Une introduction.\n\n## Pièces à fournir {documents}\n- une photo\n\n## Bon à savoir\nRien.\n',
    );
    expect(found).toEqual([]);
    expect(read!.sections.map(({ title, facet }) => [title, facet])).toEqual([
      ['En bref', 'summary'],
      ['Pièces à fournir', 'documents'],
      ['Bon à savoir', undefined],
    ]);
  });

  it('inserts a fact where it is named, inside bold text too', () => {
    expect(blocks('Payez **{{timbre.test}} en timbre** sous\n{{delai.test}}.')).toEqual([
      {
        type: 'paragraph',
        inlines: [
          { type: 'text', text: 'Payez ' },
          { type: 'fact', id: 'timbre.test', text: '86 €' },
          { type: 'strong', text: ' en timbre' },
          { type: 'text', text: ' sous ' },
          { type: 'fact', id: 'delai.test', text: '2 mois' },
          { type: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('keeps hours such as 9:30 whole', () => {
    expect(blocks('Ouvert de 9:30 à 12:00.')).toEqual([
      { type: 'paragraph', inlines: [{ type: 'text', text: 'Ouvert de 9:30 à 12:00.' }] },
    ]);
  });

  it('reads lists, tables, call-outs, services, contacts and links', () => {
    const read = blocks(`1. Un
2. Deux

| Âge | Prix |
|---|---|
| Adulte | {{timbre.test}} |

:::warning[Attention]
Prenez rendez-vous.
:::

::service[Pré-demande]{url="https://ants.gouv.fr" needs="Un compte"}
::contact[Mairie]{phone="02 61 91 00 10"}
::link[Permis]{article="permis"}`);
    expect(read).toEqual([
      { type: 'list', ordered: true, items: [[paragraph('Un')], [paragraph('Deux')]] },
      {
        type: 'table',
        head: [[text('Âge')], [text('Prix')]],
        rows: [[[text('Adulte')], [{ type: 'fact', id: 'timbre.test', text: '86 €' }]]],
      },
      { type: 'callout', tone: 'warning', title: 'Attention', blocks: [paragraph('Prenez rendez-vous.')] },
      { type: 'service', title: 'Pré-demande', url: 'https://ants.gouv.fr', needs: 'Un compte' },
      { type: 'contact', name: 'Mairie', phone: '02 61 91 00 10' },
      { type: 'link', title: 'Permis', article: 'permis' },
    ]);
  });

  it('nests cases inside cases', () => {
    const read = blocks(`:::::cases[Votre âge]
::::case[Majeur]{if="age>=18"}
Rien de plus.
::::
::::case[Mineur]{if="age<18 and place=metropole"}
:::cases[Parents]
:::
::::
:::::`);
    expect(read[0]).toMatchObject({
      type: 'cases',
      title: 'Votre âge',
      cases: [
        { label: 'Majeur', if: 'age>=18', blocks: [paragraph('Rien de plus.')] },
        { label: 'Mineur', if: 'age<18 and place=metropole', blocks: [{ type: 'cases', title: 'Parents' }] },
      ],
    });
  });

  it('remembers which articles and facts it names, and on which line', () => {
    expect(parse('## Coût\n{{timbre.test}}\n\n::link[Permis]{article="permis"}').references).toEqual([
      { kind: 'fact', id: 'timbre.test', line: FIRST },
      { kind: 'article', id: 'permis', line: FIRST + 2 },
      { kind: 'fact', id: 'timbre.test', line: 4 },
    ]);
  });
});

describe('a fault in an article is told with its line', () => {
  it.each([
    ['an unknown fact', 'Payez {{inconnue}}.', `fact-unknown:${FIRST}`],
    ['an amount spelled out', 'Rien.\n\nPayez 1 234,50 € ici.', `amount:${FIRST + 2}`],
    ['HTML', '<b>gras</b>', `html:${FIRST}`],
    ['a script address', '[cliquez](javascript:alert(1))', `url:${FIRST}`],
    ['a plain http address', '::service[Titre]{url="http://exemple.fr"}', `url:${FIRST}`],
    ['an unknown directive', '::carte[Titre]{url="https://exemple.fr"}', `directive:${FIRST}`],
    [
      'an unknown variable in a condition',
      '::::cases[T]\n:::case[A]{if="taille=grande"}\nx\n:::\n:::case[B]\ny\n:::\n::::',
      `condition:${FIRST + 1}`,
    ],
    [
      'an unknown value in a condition',
      '::::cases[T]\n:::case[A]{if="work=pirate"}\nx\n:::\n:::case[B]\ny\n:::\n::::',
      `condition:${FIRST + 1}`,
    ],
    ['an empty case', '::::cases[T]\n:::case[A]\n:::\n:::case[B]\ny\n:::\n::::', `empty:${FIRST + 1}`],
    ['a container that is never closed', ':::note[Titre]\nTexte', `fence:${FIRST}`],
    ['a container written with two colons', '::note Titre', `fence:${FIRST}`],
    ['a case outside of cases', ':::case[A]\nx\n:::', `directive:${FIRST}`],
  ])('%s', (_what, markdown, expected) => {
    expect(problems(markdown)).toContain(expected);
  });

  it('an unknown facet, an empty section', () => {
    const found = parse('## Coût {prix}\nGratuit.\n\n## Délai {delay}\n').problems.map(({ code, line }) => `${code}:${line}`);
    expect(found).toEqual(['facet:13', 'empty:16']);
  });

  it('an unknown field of the front matter, and the article is not read', () => {
    const { article: read, problems: found } = parse('Texte.', 'auteur: moi\n');
    expect(read).toBeNull();
    expect(found).toMatchObject([{ severity: 'error', code: 'field', message: 'champ inconnu : auteur', file: 'passeport.md' }]);
  });

  it('a date that is none', () => {
    const { problems: found } = parseArticle(article('a').replace('2027-06-30', 'bientôt'), 'a.md');
    expect(found).toMatchObject([{ code: 'field', line: 9, message: expect.stringContaining('AAAA-MM-JJ') }]);
  });

  it('a missing front matter', () => {
    expect(parseArticle('# Titre\n', 'a.md').problems).toMatchObject([{ code: 'front-matter', line: 1 }]);
  });
});

const text = (value: string) => ({ type: 'text' as const, text: value });
const paragraph = (value: string): Block => ({ type: 'paragraph', inlines: [text(value)] });
