import { describe, expect, it } from '@jest/globals';
import { checkContent } from '../../../src/knowledge/check-content.js';
import { problemLines } from '../../../src/knowledge/problems.js';
import { readContent } from '../../../src/knowledge/read-content.js';
import { ficheLines, figuresOf, themeLines, wholeFiche } from '../../../src/knowledge/words-review/lines.js';
import { reviewWords } from '../../../src/knowledge/words-review/review.js';
import { examples, intents, smallContent, withFiles } from './small-content.js';

const THEME = 'intents/packs/essais/papiers.yml';
const OTHER = 'intents/packs/essais/argent.yml';
const pack = (fiches: Record<string, string[]>) =>
  Object.entries(fiches)
    .map(([id, lines]) => `particuliers/${id}:\n  utterances:\n${lines.map((line) => `    - ${JSON.stringify(line)}\n`).join('')}`)
    .join('');
const contentWith = (fiches: Record<string, string[]>, others: Record<string, string[]> = {}) =>
  readContent(withFiles(smallContent(), { path: THEME, text: pack(fiches) }, { path: OTHER, text: pack(others) }));
const review = (fiches: Record<string, string[]>, others: Record<string, string[]> = {}, titles?: Map<string, string>) =>
  reviewWords(contentWith(fiches, others), titles);
const ficheOf = (reviewed: ReturnType<typeof review>, id: string) =>
  reviewed.fiches.find(({ fiche }) => fiche.id === `particuliers/${id}`)!;
const found = (fiches: Record<string, string[]>, others: Record<string, string[]> = {}, titles?: Map<string, string>) => {
  const read = contentWith(fiches, others);
  const problems = checkContent(read, { today: '2026-11-22', words: reviewWords(read, titles) });
  return problems.filter(({ file }) => file?.startsWith('intents/packs/'));
};
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code, file, line }) => `${code} ${file}:${line}`);

const CHEQUE = ['opposition chèque volé', 'on m’a piqué mes chèques, j’appelle qui ?', 'stolen chequebook in France, what do I do'];
const LOYER = ['mon proprio augmente le loyer, il a le droit ?', 'révision du loyer indice', 'hausse loyer bail'];

describe('the look over what is said', () => {
  it('finds a line that another fiche says in other order, whatever the file, and tells where', () => {
    const problems = found({ F1: CHEQUE }, { F2: [...LOYER, 'le chèque volé : opposition'] });
    expect(problems).toMatchObject([{ severity: 'warning', code: 'words-overlap', file: THEME, line: 3 }]);
    expect(problems[0]!.message).toContain(`« particuliers/F2 » (${OTHER}:6`);
  });

  it('shows a pair in both fiches', () => {
    const reviewed = review({ F1: CHEQUE }, { F2: ['chèque volé opposition'] });
    expect(ficheOf(reviewed, 'F1').overlaps.map(({ other }) => other.fiche.id)).toEqual(['particuliers/F2']);
    expect(ficheOf(reviewed, 'F2').overlaps.map(({ other }) => other.fiche.id)).toEqual(['particuliers/F1']);
    expect(reviewed.overlaps).toHaveLength(1);
  });

  it('does not compare a pack with the intents of the office, which speak of the same subjects', () => {
    expect(codes({ F1: ['passeport biométrique un'] })).toEqual([]);
  });

  it('finds a line that its own fiche says already, and lets one thing be said in two styles', () => {
    expect(codes({ F1: [...LOYER, 'indice de révision de loyer'] })).toEqual([`words-repeat ${THEME}:6`]);
    expect(codes({ F1: [...LOYER, 'je voudrais la hausse de loyer de mon bail'] })).toEqual([]);
  });

  it('takes two acronyms a letter apart for two words', () => {
    expect(codes({ F1: ['FIJAIS', 'fichier FIJAIS'], F2: ['FIJAIT', 'fichier FIJAIT'] })).toEqual([]);
  });

  it('finds a fiche whose lines begin alike', () => {
    const lines = ['bail mobilité', 'comment faire pour partir', 'comment faire pour vendre', 'comment faire pour louer'];
    expect(codes({ F1: lines })).toEqual([`words-template ${THEME}:4`]);
  });

  it('finds a beginning that too many lines of a collection share', () => {
    const nouns = 'pain vin riz sel thé lait miel blé orge foin bois fer cuir lin coton or argent cuivre zinc plomb'.split(' ');
    const fiches = Object.fromEntries(nouns.map((noun, at) => [`F${at}`, [`comment faire pour le ${noun}`, `${noun} prix`]]));
    expect(codes(fiches)).toEqual([`words-opening ${THEME}:3`]);
  });

  it('finds a fiche that keeps to its title, where the title is known', () => {
    const lines = ['chèque sans provision', 'un chèque sans provision ?', 'mon chèque est sans provision', 'provision du chèque'];
    const own = { F1: [...lines, 'I wrote a bad cheque', 'jé fé un chek ki passe pa'] };
    const titles = new Map([['particuliers/F1', 'Chèque sans provision']]);
    expect(codes(own, {}, titles)).toContain(`words-title ${THEME}:2`);
    expect(codes(own)).not.toContain(`words-title ${THEME}:2`);
  });

  it('counts the lines that share no word with the title', () => {
    const titles = new Map([['particuliers/F1', 'Opposition à un chèque']]);
    expect(ficheOf(review({ F1: ['opposition chèque', 'on m’a volé mon carnet'] }, {}, titles), 'F1').title).toEqual({
      share: 2 / 4,
      synonyms: 1,
    });
  });

  it('takes the title of an article of the content', () => {
    expect(review({}).fiches.find(({ fiche }) => fiche.id === 'permis')!.fiche.title).toBe('Permis de conduire');
  });

  it('finds a fiche that is said in one style only', () => {
    const lines = ['bail mobilité', 'prix du gaz', 'hausse du loyer', 'taxe de séjour', 'eau froide', 'vente de bois'];
    expect(codes({ F1: lines })).toEqual([`words-style ${THEME}:2`]);
  });

  it('says nothing of one pack entry that is fine, and reports one that stands in two files', () => {
    expect(codes({ F1: CHEQUE }, { F2: LOYER })).toEqual([]);
    expect(codes({ F1: CHEQUE }, { F1: LOYER })).toEqual([`duplicate-id ${THEME}:2`]);
  });
});

describe('the styles', () => {
  const styleOf = (text: string) => Object.entries(ficheOf(review({ F1: [text] }), 'F1').styles).find(([, count]) => count > 0)![0];

  it.each([
    ['english', 'how much is a fishing licence'],
    ['misspelt', 'ki doi payé le loyer'],
    ['misspelt', 'mon paseport é perimé c grave'],
    ['situation', 'Mon voisin a coupé ma haie. Ai-je un recours ?'],
    ['situation', 'ma mère a vendu sa maison à mon frère sans rien me dire avant les vacances'],
    ['formal', 'Le bailleur est-il tenu de répondre ?'],
    ['formal', 'Dans quel délai contester une amende ?'],
    ['spoken', 'je fais comment pour pêcher'],
    ['spoken', 'mon proprio veut des thunes'],
    ['spoken', 'prendre rendez-vous en mairie ?'],
    ['keywords', 'permis de pêche prix'],
    ['plain', 'partage des frais de haie entre deux terrains voisins'],
  ])('tells %s: « %s »', (style, text) => expect(styleOf(text)).toBe(style));
});

describe('what a terminal shows of a look over', () => {
  const reviewed = review({ F1: CHEQUE }, { F2: ['chèque volé opposition', ...LOYER] });

  it('gives a line to each theme, with the share of its fiches that have each style, and sums up', () => {
    const [argent, papiers, both] = figuresOf(reviewed.fiches);
    expect([argent!.theme, papiers!.theme, both!.theme]).toEqual(['packs/essais/argent', 'packs/essais/papiers', 'packs/essais']);
    expect(papiers).toMatchObject({ fiches: 1, utterances: 3, styles: { english: 1, formal: 0 }, overlaps: 1 });
    expect(both).toMatchObject({ fiches: 2, utterances: 7, styles: { english: 0.5 }, overlaps: 2 });
    expect(themeLines(reviewed.fiches)[1]).toMatch(/^packs\/essais\/argent +1 +4 +0% /);
  });

  it('gives a line to each fiche, and shows one line by line', () => {
    expect(ficheLines(reviewed.fiches).find((line) => line.startsWith('particuliers/F2'))).toMatch(/^particuliers\/F2 +4 /);
    expect(wholeFiche(ficheOf(reviewed, 'F1'))).toEqual([
      'particuliers/F1',
      '  keywords   opposition chèque volé',
      `    100% particuliers/F2 ${OTHER}:3 chèque volé opposition`,
      '  spoken     on m’a piqué mes chèques, j’appelle qui ?',
      '  english    stolen chequebook in France, what do I do',
    ]);
  });

  it('only counts words that stand in two concepts, and shows a warning of each kind so many times', () => {
    const concept = (id: string) => `- { id: ${id}, label: ${id}, forms: [billet] }\n`;
    const lexicon = { path: 'intents/lexicon.fr.yml', text: `${concept('train')}${concept('concert')}` };
    const problems = checkContent(readContent(withFiles(smallContent(), lexicon)), { today: '2026-11-22' });
    expect(problemLines(problems, false)).toEqual(['1 more warnings [duplicate-form]: --verbose']);
    expect(problemLines(problems, true)).toEqual([expect.stringContaining('« billet » est aussi dans le concept « train »')]);
    const many = Array.from({ length: 70 }, () => ({ severity: 'warning' as const, code: 'summary', message: 'résumé long' }));
    expect(problemLines(many, false)).toHaveLength(21);
    expect(problemLines([{ ...many[0]!, severity: 'error' }, ...many], true)).toHaveLength(71);
  });
});

it('looks over thousands of lines in seconds', () => {
  const words = Array.from({ length: 400 }, (_, at) => `mot${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`);
  const line = (at: number) => [1, 7, 31].map((step) => words[(at * step + Math.floor(at / 400)) % 400]).join(' ');
  const fiches = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [`F${at}`, Array.from({ length: 10 }, (_each, i) => line(at * 10 + i))]),
  );
  const from = performance.now();
  review(fiches);
  expect(performance.now() - from).toBeLessThan(20_000);
});

it('reads the intents of articles and leaves small talk alone', () => {
  const text = intents({ passeport: examples('passeport biométrique'), permis: examples('conduite auto') });
  const reviewed = reviewWords(readContent(withFiles(smallContent(), { path: 'intents/fr/essais.yml', text })));
  expect(reviewed.fiches.map(({ fiche }) => `${fiche.collection} ${fiche.id}`)).toEqual(['fr passeport', 'fr permis']);
});
