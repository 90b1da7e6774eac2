import { describe, it, expect } from '@jest/globals';
import { requestsIn } from '../../../src/dialogue/joints.js';
import { openingMemory, reply, type Memory, type TurnContext } from '../../../src/dialogue/index.js';
import { buildSnapshot, textOfBlocks, type Snapshot } from '../../../src/matching/index.js';
import { town } from '../matching/town.js';

const built = buildSnapshot(town);
/** A gate that a handful of articles can pass. */
const snapshot: Snapshot = { ...built, gate: { ...built.gate, answer: 0.5, clarify: 0.3 }, kinds: {} };
const context: TurnContext = {
  now: '2026-11-22T10:00:00.000Z',
  lang: 'fr',
  site: { key: 'demo', name: 'Valclair', services: [{ id: 'accueil', name: 'Accueil', open: true }], defaultService: 'accueil' },
  botOn: true,
};
const sayTo = (asked: Snapshot, text: string, memory: Memory = openingMemory('fr'), choice?: string) =>
  reply(asked, memory, { text, ...(choice && { choice }) }, context);
const say = (text: string, memory?: Memory, choice?: string) => sayTo(snapshot, text, memory, choice);
const shown = ({ body }: { body: { blocks: Parameters<typeof textOfBlocks>[0] } }) => textOfBlocks(body.blocks);
const buttons = ({ body }: { body: { choices?: { id: string }[] } }) => (body.choices ?? []).map(({ id }) => id);

const TWO = 'Comment refaire mon passeport ? Et quels sont les horaires de la déchetterie ?';

describe('a message that asks for two sides of one article', () => {
  it('shows both, each under its title', () => {
    const answer = say('quel délai pour le passeport et c’est où ?');
    expect(answer.trace).toMatchObject({
      outcome: 'answered',
      article: 'passeport',
      passages: ['Comptez plusieurs semaines.', 'En mairie.'],
    });
    expect(answer.body.blocks[0]).toEqual({ type: 'paragraph', inlines: [{ type: 'strong', text: 'Délai' }] });
    expect(shown(answer)).toMatch(/Délai.*Comptez plusieurs semaines.*Où.*En mairie/s);
    expect(buttons(answer)).not.toContain('facet:passeport:where');
  });

  it('asks the case of one behind both', () => {
    const answer = say('combien coûte un passeport et combien de temps faut-il ?');
    expect(shown(answer)).toMatch(/Coût.*Délai.*Comptez plusieurs semaines.*Quel âge a la personne/s);
    expect(buttons(answer)).toContain('case:passeport:0:0.1');
  });

  it('shows both once the article was picked by button', () => {
    const memory = { ...openingMemory('fr'), asked: 'quel délai pour le passeport et c’est où ?', facet: 'delay' };
    expect(say('Passeport', memory, 'article:passeport').trace.passages).toHaveLength(2);
  });

  it('does not take the words of a story for a side that is asked for', () => {
    expect(say("j'ai payé le prix fort, en combien de temps arrive mon passeport ?").trace.passages).toHaveLength(1);
  });
});

describe('a message that asks two things', () => {
  it('answers the first and has the second wait behind a button', () => {
    const answer = say(TWO);
    expect(answer.trace).toMatchObject({ outcome: 'answered', article: 'passeport' });
    expect(answer.trace.candidates[0]!.article).toBe('passeport');
    expect(shown(answer)).toContain('contient aussi une autre question. Pour avoir la réponse, choisissez « Déchetterie ».');
    expect(buttons(answer).slice(-2)).toEqual(['article:dechetterie', 'not:passeport']);
    expect(answer.memory.waiting).toEqual([{ asked: 'quels sont les horaires de la déchetterie ?', articles: ['dechetterie'] }]);
  });

  it('answers the second by its own words when the button is pressed, and then nothing waits', () => {
    const answer = say('Déchetterie', say(TWO).memory, 'article:dechetterie');
    expect(answer.trace.article).toBe('dechetterie');
    expect(answer.memory).toMatchObject({ asked: 'quels sont les horaires de la déchetterie ?', topic: 'dechetterie', waiting: undefined });
    expect(shown(answer)).not.toContain('autre question');
  });

  it('keeps the second waiting while buttons of the first are pressed, and drops it when something else is typed', () => {
    const { memory } = say(TWO);
    const pressed = say('Délai', memory, 'facet:passeport:delay');
    expect(buttons(pressed)).toContain('article:dechetterie');
    expect(say('bonjour', pressed.memory).memory.waiting).toBeUndefined();
  });

  it('answers the one that is sure and says which end was not understood', () => {
    const end = say('comment refaire mon passeport et pourquoi la lune brille ?');
    expect(end.trace.article).toBe('passeport');
    expect(shown(end)).toContain('Je n’ai pas compris la fin');
    expect(end.memory.waiting).toBeUndefined();
    expect(shown(say('pourquoi la lune brille et comment refaire mon passeport ?'))).toContain('Je n’ai pas compris le début');
  });

  it('lets the citizen choose when a verb alone may be the rest of the first question', () => {
    const unsure = { ...snapshot, gate: { ...snapshot.gate, answer: 0.9999 } };
    const answer = sayTo(unsure, 'comment refaire mon passeport et jeter un vieux canapé ?');
    expect(answer.trace).toMatchObject({ outcome: 'clarified', article: null });
    expect(answer.trace.choices.slice(0, 2)).toEqual(['passeport', 'dechetterie']);
    const first = sayTo(unsure, 'Passeport', answer.memory, 'article:passeport');
    expect(first.memory.asked).toBe('comment refaire mon passeport');
    expect(buttons(first)).toContain('article:dechetterie');
  });

  it('says it in English to somebody who writes English', () => {
    const answer = say('how do i renew my passport and also where is the déchetterie ?');
    expect(answer.trace.article).toBe('passeport');
    expect(shown(answer)).toContain('Your message holds another question as well');
  });

  it('does not split what leads to articles that are joined', () => {
    const articles = town.articles.map((article) => (article.id === 'passeport' ? { ...article, related: ['dechetterie'] } : article));
    const joined = buildSnapshot({ ...town, articles });
    const answer = sayTo({ ...joined, gate: snapshot.gate, kinds: {} }, TWO);
    expect(answer.memory.waiting).toBeUndefined();
  });
});

describe('the joints of a message', () => {
  it.each([
    ['comment refaire ma carte et m’inscrire pour voter ?', 'comment refaire ma carte', 'm’inscrire pour voter ?'],
    ['Où voter ? Comment avoir un passeport ?', 'Où voter ?', 'Comment avoir un passeport ?'],
    ['je veux me pacser et aussi demander un logement', 'je veux me pacser', 'demander un logement'],
    ['refaire mon permis ; quel délai pour un passeport', 'refaire mon permis ;', 'quel délai pour un passeport'],
    ['how do i vote and also register my car', 'how do i vote', 'register my car'],
  ])('« %s » holds two requests', (text, ...halves) => {
    expect(requestsIn(text)?.halves).toEqual(halves);
  });

  it.each([
    'J’ai déménagé. Comment changer ma carte grise ?',
    'Je veux vendre ma voiture, dois-je refaire le contrôle ?',
    'mon père et ma mère veulent un passeport',
    'comment faire une carte d’identité pour mon fils et ma fille ?',
    'combien coûte un passeport ?',
    'a '.repeat(2000),
  ])('« %s » holds one', (text) => {
    expect(requestsIn(text)).toBeUndefined();
  });
});
