import { describe, expect, it } from '@jest/globals';
import type { Block, Inline } from '../../../src/contract/index.js';
import { Skips } from '../../../src/knowledge/service-public/skips.js';
import { blocksOf } from '../../../src/knowledge/service-public/blocks.js';
import { blocks, cas, chapter, choice, el, link, p, page, texte, titled } from './service-public-tree.js';

const inlines = (...children: Parameters<typeof p>): Inline[] =>
  (blocks(p(...children))[0] as Extract<Block, { type: 'paragraph' }>).inlines;
const text = (...children: Parameters<typeof p>): string =>
  inlines(...children)
    .map((inline) => inline.text)
    .join('');
const list = (type: string, ...items: string[]) => el('Liste', { type }, ...items.map((item) => el('Item', {}, p(item))));
const cell = (content: string, merged: Record<string, string> = {}) => el('Cellule', merged, p(content));
const row = (type: string, ...cells: ReturnType<typeof cell>[]) => el('Rangée', { type }, ...cells);
const words = (table: Block): { head: string[]; rows: string[][] } => {
  const { head, rows } = table as Extract<Block, { type: 'table' }>;
  const said = (parts: Inline[]) => parts.map((part) => part.text).join('');
  return { head: head.map(said), rows: rows.map((each) => each.map(said)) };
};

describe('the running text of a page', () => {
  it('puts a space between two elements that the tree leaves side by side', () => {
    expect(text('De ', el('Valeur', {}, '100\u00a0€'), el('Valeur', {}, '280\u00a0€'))).toBe('De 100\u00a0€ 280\u00a0€');
  });

  it('puts none around what stands above or below the line', () => {
    expect(text('Le 1', el('Exposant', {}, 'er'), ' juin, 3 m', el('Exposant', {}, '3'), ' de CO', el('Indice', {}, '2'))).toBe(
      'Le 1er juin, 3 m3 de CO2',
    );
    expect(text(el('MiseEnEvidence', {}, '1'), el('Exposant', {}, 'er'))).toBe('1er');
  });

  it('puts none where a text already stands between', () => {
    expect(text(el('MiseEnEvidence', {}, 'vélo'), ', ', el('MiseEnEvidence', {}, 'trottinette'))).toBe('vélo, trottinette');
  });

  it('makes one space of blanks and line ends, and keeps the no-break space', () => {
    expect(text('  Le\n\t timbre   coûte 86\u00a0€ ')).toBe('Le timbre coûte 86\u00a0€');
    expect(text('Un', el('MiseEnEvidence', {}, ' gros '), ' timbre')).toBe('Un gros timbre');
    expect(text(link('F2', 'ici', 'Particuliers'), ' , puis là .')).toBe('ici, puis là.');
  });

  it('makes amounts and what is put forward strong, a term of the law emphasised', () => {
    expect(
      inlines(el('Valeur', {}, '86\u00a0€'), ' de ', el('Expression', {}, 'droit au vélo'), el('MiseEnEvidence', {}, 'par an')),
    ).toEqual([
      { type: 'strong', text: '86\u00a0€' },
      { type: 'text', text: ' de ' },
      { type: 'emphasis', text: 'droit au vélo' },
      { type: 'text', text: ' ' },
      { type: 'strong', text: 'par an' },
    ]);
  });

  it('links to the official page of the audience that the link names', () => {
    expect(inlines(link('F2', 'a', 'Particuliers'), link('F2', 'b', 'Professionnels'))).toEqual([
      { type: 'link', text: 'a', url: 'https://www.service-public.fr/particuliers/vosdroits/F2' },
      { type: 'text', text: ' ' },
      { type: 'link', text: 'b', url: 'https://www.service-public.fr/professionnels-entreprises/vosdroits/F2' },
    ]);
  });

  it('leaves an acronym and a word of the glossary as text, for they lead to no page', () => {
    expect(inlines('La ', link('R1', 'Caf'), ' et le ', el('LienIntra', { LienID: 'R2' }, 'bail'))).toEqual([
      { type: 'text', text: 'La Caf et le bail' },
    ]);
  });

  it('follows addresses over https only, and takes a script for text', () => {
    expect(inlines(el('LienExterne', { URL: 'http://exemple.fr/a' }, 'site'))).toEqual([
      { type: 'link', text: 'site', url: 'https://exemple.fr/a' },
    ]);
    expect(inlines(el('LienExterne', { URL: 'javascript:alert(1)' }, 'site'))).toEqual([{ type: 'text', text: 'site' }]);
  });
});

describe('the blocks of a page', () => {
  it('joins a list that is written as many', () => {
    expect(blocks(list('puce', 'un'), list('puce', 'deux'))).toMatchObject([{ type: 'list', ordered: false, items: [{}, {}] }]);
    expect(blocks(list('numero', 'un'), list('numero', 'deux'))).toHaveLength(2);
  });

  it('repeats the value of merged cells, downwards and across', () => {
    const table = el(
      'Tableau',
      {},
      titled('Loyers'),
      el('Colonne', { type: 'normal' }),
      row('header', cell('Zone', { fusionVerticale: '2' }), cell('Plafond', { fusionHorizontale: '2' })),
      row('header', cell('2025'), cell('2026')),
      row('normal', cell('A'), cell('17', { fusionVerticale: '2' }), cell('18')),
      row('normal', cell('B'), cell('12')),
    );
    const [caption, made] = blocks(table);
    expect(caption).toMatchObject({ type: 'paragraph', inlines: [{ type: 'strong', text: 'Loyers' }] });
    expect(words(made!)).toEqual({
      head: ['Zone', 'Plafond – 2025', 'Plafond – 2026'],
      rows: [
        ['A', '17', '18'],
        ['B', '17', '12'],
      ],
    });
  });

  it('knows a header by the row and by the column', () => {
    const table = el(
      'Tableau',
      {},
      el('Colonne', { type: 'header' }),
      el('Colonne', { type: 'normal' }),
      row('normal', cell('Vélo'), cell('10')),
    );
    expect(blocks(table)).toMatchObject([{ head: [[], []], rows: [[[{ type: 'strong', text: 'Vélo' }], [{ type: 'text', text: '10' }]]] }]);
  });

  it('makes call-outs of notes and warnings', () => {
    expect(blocks(el('ASavoir', {}, titled('À savoir :'), p('a')), el('Attention', {}, titled('Attention'), p('b')))).toMatchObject([
      { type: 'callout', tone: 'note', title: 'À savoir' },
      { type: 'callout', tone: 'warning', title: 'Attention' },
    ]);
  });

  it('keeps of an office what can be said, and never its code in the directory', () => {
    const office = el(
      'OuSAdresser',
      { type: 'Local' },
      titled('Mairie'),
      el('PivotLocal', {}, 'mairie'),
      el('RessourceWeb', { URL: 'http://exemple.fr/mairies' }),
      texte(
        chapter('Par téléphone', p(el('MiseEnEvidence', {}, '39 39'), ' (appel gratuit)'), p('Du lundi au vendredi de 9h à 17h')),
        chapter('Par courrier', p('1 place du Vélo'), p('75001 Paris')),
        chapter('Par courriel', p('Écrire à mairie@exemple.fr')),
      ),
    );
    expect(blocks(office)).toEqual([
      {
        type: 'contact',
        name: 'Mairie',
        phone: '39 39',
        hours: 'Du lundi au vendredi de 9h à 17h',
        address: '1 place du Vélo, 75001 Paris',
        email: 'mairie@exemple.fr',
        url: 'https://exemple.fr/mairies',
      },
    ]);
  });

  it('sends to the page of a form that has no address of its own, and tells its number and what it needs', () => {
    const form = el(
      'ServiceEnLigne',
      { ID: 'R7', numerocerfa: '123*04' },
      titled('Demande'),
      el('Introduction', {}, texte(p('Munissez-vous du vélo'))),
    );
    expect(blocks(form)).toEqual([
      {
        type: 'service',
        title: 'Demande (cerfa n°\u00a0123*04)',
        url: 'https://www.service-public.fr/particuliers/vosdroits/R7',
        needs: 'Munissez-vous du vélo',
      },
    ]);
  });

  it('nests cases four deep and spells out what lies deeper', () => {
    const nested = (depth: number): ReturnType<typeof choice> =>
      depth === 0
        ? choice(cas('x', p('au fond')), cas('y', p('ailleurs')))
        : choice(cas(`a${depth}`, nested(depth - 1)), cas(`b${depth}`, p('non')));
    const made = JSON.stringify(blocks(nested(4)));
    expect(made.match(/"cases":/g)).toHaveLength(4);
    expect(made).toContain('au fond');
    expect(made).toContain('{"type":"strong","text":"x"}');
  });

  it('makes no choice of a lone case: its title stands above it', () => {
    expect(blocks(choice(cas('En ligne', p('a'))))).toMatchObject([
      { type: 'paragraph', inlines: [{ type: 'strong', text: 'En ligne' }] },
      { type: 'paragraph' },
    ]);
  });

  it('leaves conditions and pictures out of the text and counts what it does not know', () => {
    const skips = new Skips();
    const made = blocksOf(
      [el('FragmentConditionne', {}, el('Condition', {}, el('estVrai', { var: 'T1' })), p('a')), el('Hologramme', {}, p('b'))],
      { ...page, skips },
    );
    expect(made).toHaveLength(1);
    expect(skips.elements).toEqual([{ name: 'Hologramme', count: 1 }]);
  });
});
