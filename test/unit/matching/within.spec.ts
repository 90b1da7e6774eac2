import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../../src/contract/index.js';
import { buildSnapshot, packSnapshot, understandWithin, unpackSnapshot } from '../../../src/matching/index.js';
import { text, town } from './town.js';

/** Fiches of one procedure each, as an official corpus has them: a price is a fiche of its own beside the others. */
const fiche = (id: string, title: string, dossier: string, more: Partial<Article> = {}): Article => ({
  ...town.articles[0]!,
  id,
  title,
  summary: `${title}.`,
  keywords: [],
  theme: 'loisirs',
  dossier,
  sections: [{ title, blocks: [text(`Voici ce qu'il faut savoir : ${title}.`)] }],
  ...more,
});
const articles = [
  fiche('chasse-majeur', 'Licence de chasse d’un majeur', 'N1/N10/N10-1'),
  fiche('chasse-mineur', 'Licence de chasse d’un mineur', 'N1/N10/N10-2'),
  fiche('chasse-prix', 'Quel est le prix d’une licence de chasse ?', 'N1/N10'),
  fiche('chasse-perdue', 'Licence de chasse perdue', 'N1/N10/N10-1'),
  fiche('peche-prix', 'Quel est le prix d’une licence de pêche ?', 'N1/N11'),
  fiche('peche-mineur', 'Licence de pêche d’un mineur', 'N1/N11'),
  fiche('peche', 'Licence de pêche d’un majeur', 'N1/N11', { related: ['bateau'] }),
  fiche('bateau', 'Immatriculation d’un trimaran', 'N2/N20', { theme: 'transports' }),
  fiche('avion', 'Immatriculation d’un deltaplane', 'N2/N20', { theme: 'aviation' }),
];
const snapshot = buildSnapshot({ ...town, articles: [...town.articles, ...articles] });
const first = (message: string, topic: string, earlier: string[] = []) =>
  understandWithin(snapshot, message, { topic, earlier }).candidates[0]?.article;

describe('a message behind a topic', () => {
  it.each([
    ['changes the person and finds the sibling', 'et pour un mineur ?', 'chasse-majeur', 'chasse-mineur'],
    ['names a facet that a sibling is about', 'quel prix ?', 'chasse-majeur', 'chasse-prix'],
    ['names a facet of the topic’s own section', 'et ça coûte combien ?', 'carte-identite-perdue', 'carte-identite-perdue'],
    ['tells a further situation', 'elle est perdue', 'chasse-majeur', 'chasse-perdue'],
    ['corrects the subject', 'non, la pêche', 'chasse-majeur', 'peche'],
    ['leaves for another subject', 'merci, autre chose : la déchetterie est ouverte ?', 'chasse-majeur', 'dechetterie'],
  ])('%s', (_, message, topic, article) => {
    expect(first(message, topic)).toBe(article);
  });

  it('leads where the topic links to, rather than to another article as like it', () => {
    expect(first('et l’immatriculation ?', 'peche')).toBe('bateau');
  });

  it('does not go back to a topic that was left, unless it is named', () => {
    expect(first('et pour un mineur ?', 'peche', ['chasse-mineur'])).toBe('peche-mineur');
    expect(first('licence de chasse d’un mineur', 'peche', ['chasse-mineur'])).toBe('chasse-mineur');
  });

  it('is understood alone when its topic is no article any more', () => {
    const alone = understandWithin(snapshot, 'quel prix pour la pêche', undefined);
    expect(understandWithin(snapshot, 'quel prix pour la pêche', { topic: 'archive' }).candidates).toEqual(alone.candidates);
  });

  it('is less sure of a message that says nothing of any article', () => {
    const sure = (message: string) => understandWithin(snapshot, message, { topic: 'chasse-majeur' }).confidence;
    expect(sure('il fait beau aujourd’hui, non ?')).toBeLessThan(sure('licence de chasse d’un mineur'));
  });

  it('is understood the same by a snapshot that was stored', () => {
    const again = unpackSnapshot(structuredClone(packSnapshot(snapshot)));
    const subject = { topic: 'peche', earlier: ['chasse-majeur'] };
    expect(understandWithin(again, 'et l’immatriculation ?', subject).candidates).toEqual(
      understandWithin(snapshot, 'et l’immatriculation ?', subject).candidates,
    );
  });
});
