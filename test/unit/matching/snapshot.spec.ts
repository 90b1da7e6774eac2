import { describe, it, expect } from '@jest/globals';
import { buildSnapshot, understand, understandWithin } from '../../../src/matching/index.js';
import { fitGate } from '../../../src/matching/gate.js';
import { fitLogistic, probabilityOf } from '../../../src/matching/logistic.js';
import { town } from './town.js';

const snapshot = buildSnapshot(town);
const first = (question: string) => understand(snapshot, question).candidates[0]!.article;

describe('a snapshot', () => {
  it.each([
    ['paumé ma cni', 'carte-identite-perdue'],
    ['passport renewal', 'passeport'],
    ['refair mon passpor', 'passeport'],
    ['titre de voyage', 'passeport'],
    ['jeter des gravats', 'dechetterie'],
  ])('finds the article of « %s »', (question, article) => {
    expect(first(question)).toBe(article);
  });

  it('is the same for the same content, in whatever order it was read', () => {
    const again = buildSnapshot({ ...town, articles: [...town.articles].toReversed(), intents: [...town.intents].toReversed() });
    expect(again.id).toBe(snapshot.id);
    for (const question of ['combien coûte un passeport', 'bonjour', 'zzz']) {
      expect(understand(again, question).candidates).toEqual(understand(snapshot, question).candidates);
      expect(understand(again, question).confidence).toBe(understand(snapshot, question).confidence);
    }
  });

  it('has another name when a word of its content changes', () => {
    const [one, ...others] = town.articles;
    expect(buildSnapshot({ ...town, articles: [{ ...one!, summary: 'Autre résumé.' }, ...others] }).id).not.toBe(snapshot.id);
  });

  it('is built from nothing at all, and then finds nothing', () => {
    const empty = buildSnapshot({ articles: [], intents: [], lexicon: [], facets: [], facts: [], labels: [], themes: [] });
    expect(understand(empty, 'combien coûte un passeport')).toMatchObject({ candidates: [], confidence: 0 });
  });

  it('never finds a guided search, which holds no answer, but keeps it for those who come by a link', () => {
    const [one, ...others] = town.articles;
    const guided = buildSnapshot({ ...town, articles: [{ ...one!, guided: true }, ...others] });
    expect(guided.articles.get(one!.id)?.title).toBe(one!.title);
    for (const question of [one!.title, ...others.map(({ title }) => title)])
      expect(understand(guided, question).candidates.map(({ article }) => article)).not.toContain(one!.id);
    for (const { id, title } of others) expect(understand(guided, title).candidates[0]!.article).toBe(id);
  });

  it('does not let judging labels in', () => {
    const labels = Array.from({ length: 200 }, (_, i) => ({ q: `passeport ${i}`, expected: ['passeport'], split: 'judge' as const }));
    expect(buildSnapshot({ ...town, labels }).gate.labels).toBe(0);
  });

  it('reads the longest wording of a facet', () => {
    expect(understand(snapshot, 'combien de temps pour le passeport ?').facets[0]?.facet).toBe('delay');
    expect(understand(snapshot, 'combien pour le passeport ?').facets[0]?.facet).toBe('cost');
  });

  it('keeps the topic of a message that names a facet only, and leaves it for another subject', () => {
    const subject = { topic: 'carte-identite-perdue', asked: "j'ai perdu ma carte d'identité" };
    expect(understandWithin(snapshot, 'et ça coûte combien ?', subject).candidates[0]?.article).toBe('carte-identite-perdue');
    expect(understandWithin(snapshot, 'et la déchetterie, elle est ouverte ?', subject).candidates[0]?.article).toBe('dechetterie');
  });
});

describe('the gate', () => {
  const label = (x: number, right: boolean, inScope = true) => ({ evidence: [x], right, held: right, inScope });

  it('answers less when fewer wrong answers are accepted', () => {
    const labels = Array.from({ length: 400 }, (_, i) => label(i / 400, (i * 7919) % 400 < i));
    expect(fitGate(labels, 0.01).answer).toBeGreaterThan(fitGate(labels, 0.1).answer);
  });

  it('counts an answered message that no article answers as wrong', () => {
    const good = Array.from({ length: 200 }, (_, i) => label(0.5 + (i % 100) / 200, true));
    const outside = Array.from({ length: 60 }, (_, i) => label(0.4 + (i % 30) / 60, false, false));
    expect(fitGate([...good, ...outside], 0.02).expected.coverage).toBeLessThan(fitGate(good, 0.02).expected.coverage);
  });

  it('is generic and strict below 150 labels', () => {
    expect(fitGate([label(1, true)], 0.02)).toMatchObject({ labels: 1, answer: 0.9 });
  });

  it('fits a probability', () => {
    const rows = Array.from({ length: 500 }, (_, i) => [i / 500]);
    const model = fitLogistic(
      rows,
      rows.map(([x], i) => (i * 7919) % 500 < x! * 500),
    );
    expect(probabilityOf(model, [0.9])).toBeGreaterThan(0.75);
    expect(probabilityOf(model, [0.1])).toBeLessThan(0.25);
  });
});
