import { describe, it, expect } from '@jest/globals';
import { createAnalyser, wordsOfLexicon } from '../../../src/language/index.js';

const lexicon = [
  { id: 'carte-identite', forms: ["carte d'identité", 'cni'], en: ['identity card'] },
  { id: 'acte-naissance', forms: ['acte de naissance'], en: ['birth certificate'] },
];
const vocabulary = new Map(
  'carte identité passeport permis conduire licenciement logement horaire mairie renouvellement occasion perdu périmée amende acte naissance déclaration air habiter refus'
    .split(' ')
    .concat(wordsOfLexicon(lexicon))
    .map((word, i): [string, number] => [word, 100 - i]),
);
const { analyse } = createAnalyser(lexicon, vocabulary);
const content = (text: string) =>
  analyse(text)
    .tokens.filter(({ kind }) => kind === 'content')
    .map(({ word }) => word);

describe('the analyser', () => {
  it.each([
    ['lojement', 'logement'],
    ['oraire', 'horaire'],
    ['licensiement', 'licenciement'],
    ['passpor', 'passeport'],
    ['renouvelement', 'renouvellement'],
    ['didentité', 'identite'],
    ['doccasion', 'occasion'],
    ['amande', 'amende'],
    ['xarte', 'carte'],
    ['efus', 'refus'],
    ['oermis', 'permis'],
    ['abiter', 'habiter'],
  ])('reads « %s » as %s', (typed, meant) => {
    expect(content(typed)).toEqual([meant]);
  });

  it('takes the word one edit away before a frequent one that merely sounds the same', () => {
    const words = new Map([
      ['marche', 40],
      ['mars', 200],
      ['frais', 60],
      ['fera', 300],
      ['charges', 100],
      ['carte', 900],
    ]);
    const read = (text: string) =>
      createAnalyser([], words)
        .analyse(text)
        .tokens.map(({ word }) => word);
    expect(read('marceh fraais charhes')).toEqual(['marche', 'frais', 'charges']);
  });

  it('leaves a word that is close to none as it was typed, and says that it is unknown', () => {
    const [token] = analyse('zigouillard').tokens;
    expect(token).toMatchObject({ word: 'zigouillard', known: false });
  });

  it('opens the short forms of a phone', () => {
    expect(analyse('g perdu ma cni').tokens.map(({ word }) => word)).toEqual(['j', 'ai', 'perdu', 'ma', 'cni']);
  });

  it('gives a word typed without accents the stem of the word it stands for', () => {
    expect(analyse('perimee').tokens[0]!.stem).toBe(analyse('périmée').tokens[0]!.stem);
  });

  it('finds a concept by any of its forms, glued elisions included', () => {
    for (const text of ["ma carte d'identité", 'ma cni', 'ma carte didentite', 'my identity card']) {
      expect(analyse(text).concepts.map(({ id }) => id)).toEqual(['carte-identite']);
    }
  });

  it('tells English from French without taking a short French message for English', () => {
    expect(analyse('how do I renew my passport?').lang).toBe('en');
    expect(analyse('birth certificate').lang).toBe('en');
    for (const french of ['passeport', 'on or car', 'permis', 'mairie a', 'carte identité', 'ok']) expect(analyse(french).lang).toBe('fr');
  });

  it('reads 4,000 characters of noise in little time', () => {
    const before = process.cpuUsage();
    analyse('abcdefghij klmnopqrst '.repeat(190));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(100);
  });
});
