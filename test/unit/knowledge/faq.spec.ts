import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { faqContent } from '../../../src/knowledge/faq/faq-content.js';
import { readFaq } from '../../../src/knowledge/faq/read-faq.js';
import { readRasa } from '../../../src/knowledge/faq/rasa.js';
import { readContent } from '../../../src/knowledge/read-content.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { writeFiles } from './service-public-tree.js';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));
const faq = (name: string, content: string | Buffer) => {
  writeFiles(folder, { [name]: content });
  return readFaq(join(folder, name));
};
const content = (name: string, text: string) => readContent(faqContent(faq(name, text), name, '2026-05-04', new Set()));
const answer = (text: string) => content('faq.json', JSON.stringify([{ question: 'Quoi ?', answer: text }])).articles[0]!.value;

describe('a list of frequent questions', () => {
  it('is read from CSV with semicolons, a byte order mark, quoted line ends and French names of columns', () => {
    expect(
      faq(
        'faq.csv',
        '\uFEFFQuestion;Réponse;Mots-clés;Exemples\r\n"Où jeter ; quoi ?";"À la ""déchetterie"".\nLe lundi.";déchets, tri;"un frigo\nun canapé"\r\n;;;\r\nQuand ?;Lundi.;;\r\n',
      ),
    ).toMatchObject([
      {
        question: 'Où jeter ; quoi ?',
        answer: 'À la "déchetterie".\nLe lundi.',
        keywords: ['déchets', 'tri'],
        examples: ['un frigo', 'un canapé'],
      },
      { question: 'Quand ?', answer: 'Lundi.', keywords: [], examples: [] },
    ]);
  });

  it('is read from CSV with commas and from JSON', () => {
    expect(faq('faq.csv', 'id,question,answer,theme,url\na1,Quand ?,Lundi.,Vie locale,https://exemple.fr\n')).toMatchObject([
      { id: 'a1', question: 'Quand ?', theme: 'Vie locale', url: 'https://exemple.fr' },
    ]);
    expect(faq('faq.json', '[{"question":"Quand ?","answer":"Lundi.","examples":["c\'est quand"]}]')).toMatchObject([
      { examples: ["c'est quand"] },
    ]);
  });

  it.each([
    ['an answer is missing', 'question,answer\na,b\nc,\n', 'faq.csv:3: answer: an answer is expected'],
    ['the answer above has several lines', 'question,answer\na,"b\nb\nb"\nc,\n', 'faq.csv:5: answer: an answer is expected'],
    ['a quote is never closed', 'question,answer\na,b\nc,"d\n', /^faq\.csv:\d: Quote Not Closed/],
    ['an address is no address', 'question,answer,url\na,b,http://x.fr\n', 'faq.csv:2: url: an address in https:// is expected'],
    ['it is not UTF-8', Buffer.from('question,answer\na,été\n', 'latin1'), 'faq.csv:2: this is not UTF-8'],
    ['it holds no question', 'question,answer\n', 'faq.csv:1: no question'],
  ])('is refused by file and line when %s', (_, text, message) => {
    expect(() => faq('faq.csv', text)).toThrow(message);
  });

  it('is refused when two questions have one id', () => {
    expect(() => content('faq.csv', 'question,answer\nQuand ?,a\nquand,b\n')).toThrow('faq.csv:3: « faq-quand » is also on line 2');
  });

  it('becomes articles with the other ways of asking as their wordings', () => {
    const { articles, intents, themes, problems } = content(
      'faq.json',
      JSON.stringify([
        { question: 'où est la mairie ?', answer: 'Place du Vélo. Entrée libre.', examples: ['mairie adresse'], theme: 'Vie locale' },
      ]),
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(articles[0]!.value).toMatchObject({
      id: 'faq-ou-est-la-mairie',
      title: 'Où est la mairie ?',
      summary: 'Place du Vélo. Entrée libre.',
      theme: 'vie-locale',
      status: 'published',
      source: { name: 'faq.json', url: '', checkedOn: '2026-05-04' },
    });
    expect(intents[0]!.value).toMatchObject({ article: 'faq-ou-est-la-mairie', examples: ['mairie adresse'] });
    expect(themes[0]!.value).toMatchObject({ id: 'vie-locale', title: 'Vie locale' });
  });

  it('takes Markdown for what it says and anything else for plain text', () => {
    expect(answer('Oui :\n\n- **un**\n- deux').sections[0]!.blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'list', items: [{}, {}] },
    ]);
    expect(answer('<p>Oui<br/>Non</p><ul><li>un</li><li>deux</li></ul>').sections[0]!.blocks).toMatchObject([
      { type: 'paragraph', inlines: [{ text: 'Oui' }] },
      { type: 'paragraph', inlines: [{ text: 'Non' }] },
      { type: 'list', items: [{}, {}] },
    ]);
  });
});

describe('the wordings of a Rasa project', () => {
  const NLU = `version: "3.1"
nlu:
- intent: saluer
  examples: |
    - bonjour
- intent: faq/horaires
  examples: |
    - quand ouvrez-vous [demain](jour) ?
    - horaires de [la mairie]{"entity": "lieu"}
- intent: piscine
  examples: |
    - la piscine ouvre quand
- synonym: mairie
  examples: |
    - hôtel de ville
`;

  it('become questions where a response answers them, a rule or their own name leading there', () => {
    writeFiles(folder, {
      'rasa/nlu.yml': NLU,
      'rasa/domain.yml': 'responses:\n  utter_faq/horaires:\n  - text: De 9 h à 17 h.\n  utter_bain:\n  - text: À 10 h.\n',
      'rasa/rules.yml': 'rules:\n- rule: piscine\n  steps:\n  - intent: piscine\n  - action: utter_bain\n',
    });
    const { entries, unanswered } = readRasa(join(folder, 'rasa/nlu.yml'));
    expect(entries).toMatchObject([
      {
        id: 'faq/horaires',
        question: 'quand ouvrez-vous demain ?',
        answer: 'De 9 h à 17 h.',
        examples: ['horaires de la mairie'],
        place: { line: 6 },
      },
      { id: 'piscine', answer: 'À 10 h.', examples: [] },
    ]);
    expect(unanswered).toEqual(['saluer']);
  });

  it('are refused by file and line when they are no YAML', () => {
    writeFiles(folder, { 'broken/nlu.yml': 'nlu:\n- intent: [a\n' });
    expect(() => readRasa(join(folder, 'broken/nlu.yml'))).toThrow(/^nlu\.yml:\d: /);
  });
});
