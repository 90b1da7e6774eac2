import { describe, expect, it } from '@jest/globals';
import { checkContent, type CheckOptions } from '../../../src/knowledge/check-content.js';
import type { ContentFile } from '../../../src/knowledge/content-file.js';
import { printProblem } from '../../../src/knowledge/problems.js';
import { readContent } from '../../../src/knowledge/read-content.js';
import { article, BODY, examples, intents, smallContent, withFiles } from './small-content.js';

const check = (files: ContentFile[], options: Partial<CheckOptions> = {}) =>
  checkContent(readContent(files), { today: '2026-11-22', ...options });
const codes = (files: ContentFile[], options: Partial<CheckOptions> = {}) =>
  check(files, options).map(({ code, file, line }) => `${code} ${file}:${line}`);
const INTENTS = 'intents/fr/essais.yml';
const PERMIS = 'knowledge-base/fr/essais/permis.md';
const FACTS = 'knowledge-base/fr/essais/facts.yml';
const permis = (body: string) => ({ path: PERMIS, text: article('permis', { body }) });
const wordings = (pairs: Record<string, string[]>) => ({ path: INTENTS, text: intents(pairs) });
const PASSEPORT = examples('passeport biométrique');

describe('the content check', () => {
  it('has nothing to say about a sound content', () => {
    expect(check(smallContent())).toEqual([]);
  });

  it('reports a link to an article that does not exist', () => {
    expect(codes(withFiles(smallContent(), permis(`${BODY}\n::link[Perdu]{article="perdu"}\n`)))).toEqual([`dangling ${PERMIS}:18`]);
  });

  it('reports a link to an article that exists but is not published', () => {
    const files = withFiles(smallContent(), permis(`${BODY}\n::link[Perdu]{article="perdu"}\n`));
    expect(check(files, { alsoKnown: new Set(['perdu']) })).toMatchObject([{ message: 'lien vers un article non publié : « perdu »' }]);
  });

  it('reports an intent, a near miss and a theme that lead nowhere', () => {
    const text = `${intents({ passeport: PASSEPORT, permis: examples('conduite auto') })}
- id: voler
  article: vol
  examples: ["on m'a volé"]
  near-misses: [{ text: "on m'a tout pris", article: nulle-part }]
`;
    const files = withFiles(
      smallContent(),
      { path: INTENTS, text },
      { path: 'knowledge-base/fr/essais/theme.yml', text: 'id: autres\ntitle: Autres\n' },
    );
    const found = codes(files).filter((each) => each.startsWith('dangling'));
    expect(found).toEqual([
      `dangling ${INTENTS}:33`,
      `dangling ${INTENTS}:35`,
      'dangling knowledge-base/fr/essais/passeport.md:5',
      `dangling ${PERMIS}:5`,
    ]);
  });

  it('reports one wording in two intents, whatever its accents, capitals and punctuation', () => {
    const found = check(
      withFiles(smallContent(), wordings({ passeport: [...PASSEPORT, 'Périmé ?'], permis: [...examples('conduite auto'), 'perime'] })),
    );
    expect(found).toMatchObject([{ severity: 'error', code: 'duplicate-wording', file: INTENTS, article: 'permis' }]);
    expect(found[0]!.message).toContain(`${INTENTS}:16`);
  });

  it('reports two intents that hold nearly the same wording', () => {
    const found = codes(
      withFiles(
        smallContent(),
        wordings({ passeport: [...PASSEPORT, 'contestation forfait'], permis: [...examples('conduite auto'), 'forfait contestation'] }),
      ),
    );
    expect(found).toEqual([`confusable ${INTENTS}:32`]);
  });

  it('reports an article that fewer than twelve wordings lead to', () => {
    expect(check(withFiles(smallContent(), wordings({ passeport: PASSEPORT })))).toMatchObject([
      { severity: 'warning', code: 'few-wordings', file: PERMIS },
    ]);
  });

  it('reports a wording that is also its own near miss', () => {
    const text = `${intents({ passeport: PASSEPORT, permis: examples('conduite auto') })}  near-misses: ["conduite auto un"]\n`;
    expect(codes(withFiles(smallContent(), { path: INTENTS, text }))).toEqual([`near-miss ${INTENTS}:31`]);
  });

  it('reports a source that is missing or not https', () => {
    const without = { path: PERMIS, text: article('permis').replace(/^source:.*\n/m, '') };
    expect(check(withFiles(smallContent(), without))).toMatchObject([{ severity: 'error', code: 'source', article: 'permis' }]);
    const plain = { path: PERMIS, text: article('permis').replace('https://www', 'http://www') };
    expect(codes(withFiles(smallContent(), plain))).toEqual([`source ${PERMIS}:8`]);
    const fact = {
      path: FACTS,
      text: smallContent()
        .find(({ path }) => path === FACTS)!
        .text.replace('https:', 'http:'),
    };
    expect(codes(withFiles(smallContent(), fact))).toEqual([`source ${FACTS}:2`]);
  });

  it('reports articles due for review at the day it is given', () => {
    expect(check(smallContent(), { today: '2027-06-30' })).toEqual([]);
    expect(codes(smallContent(), { today: '2027-07-01' })).toEqual([
      'review-due knowledge-base/fr/essais/passeport.md:9',
      `review-due ${PERMIS}:9`,
    ]);
  });

  it('reports two articles, facts or intents of one id', () => {
    const twice = { path: 'knowledge-base/fr/essais/autre.md', text: article('permis') };
    expect(codes(withFiles(smallContent(), twice))).toEqual([`duplicate-id ${PERMIS}:2`]);
  });

  it('reports a fact that nothing uses', () => {
    const more = '- { id: vieux.tarif, value: 1, unit: "€", source: { name: s, url: "https://exemple.fr", checkedOn: 2020-01-01 } }\n';
    const facts = { path: FACTS, text: smallContent().find(({ path }) => path === FACTS)!.text + more };
    expect(codes(withFiles(smallContent(), facts))).toEqual([`unused ${FACTS}:3`]);
  });

  it('reports an owner that is no service of the installation, when it is told them', () => {
    expect(codes(smallContent(), { services: new Set(['accueil']) })).toEqual([
      'owner knowledge-base/fr/essais/passeport.md:10',
      `owner ${PERMIS}:10`,
    ]);
  });

  it('reports a broken line of labelled questions and keeps the others', () => {
    const path = 'knowledge-base/questions/tune/questions.jsonl';
    const read = readContent([{ path, text: '{"q":"a","kind":"near","split":"tune"}\n{"q":\n{"q":"b","split":"tune"}\n' }]);
    expect(read.labels.map(({ value }) => value)).toEqual([{ q: 'a', expected: [], kind: 'near', split: 'tune' }]);
    expect(read.problems.map(({ code, line }) => `${code}:${line}`)).toEqual(['json:2', 'field:3']);
  });

  it('prints a problem as file, line, severity and message', () => {
    const found = check(withFiles(smallContent(), permis('## Coût {cost}\nC’est 12 €.\n')));
    expect(found.map(printProblem)).toEqual([
      `${PERMIS}:14 warning montant écrit dans le texte : « 12 € » ; à mettre dans facts.yml et à insérer par {{…}} [amount]`,
    ]);
  });
});
