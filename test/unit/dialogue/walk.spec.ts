import { describe, it, expect } from '@jest/globals';
import type { Article, Block, Case } from '../../../src/contract/index.js';
import { openingMemory, reply, type Memory, type Reply, type TurnContext } from '../../../src/dialogue/index.js';
import { buildSnapshot, textOfBlocks, type Content, type Snapshot } from '../../../src/matching/index.js';
import { text, town } from '../matching/town.js';

const list = (...items: string[]): Block => ({ type: 'list', ordered: false, items: items.map((item) => [text(item)]) });
const to = (article: string): Block => ({ type: 'link', title: `Vers ${article}`, article });
const branch = (label: string, more: Omit<Case, 'label' | 'blocks'>, ...blocks: Block[]): Case => ({ label, ...more, blocks });
const asked = (...cases: Case[]): Block => ({ type: 'cases', title: '', cases });
const article = (id: string, title: string, more: Partial<Article>): Article => ({
  ...town.articles[0]!,
  id,
  title,
  summary: `${title}.`,
  sections: [],
  ...more,
});

/** A boat is registered with papers that depend on where it was bought; a canoe is not. Help stands before a branch's own questions. */
const bought = asked(
  branch('Acheté en France', { sets: ['T1'] }, to('bateau')),
  branch(
    "Acheté à l'étranger",
    { sets: ['T2'] },
    text('Hors de tout pays de la liste.'),
    asked(branch('Neuf', { sets: ['here:T4'] }, to('bateau')), branch('Occasion', { sets: ['here:T5'] }, to('bateau'))),
  ),
);
const search = article('chercher-bateau', 'Bateau kid', {
  guided: true,
  sections: [
    {
      title: 'Votre situation',
      blocks: [
        asked(
          branch(
            'Pour un majeur',
            { if: 'age>=18' },
            text('À partir de 18 ans.'),
            asked(branch('Un voilier', {}, bought), branch('Un canoë', {}, to('canoe'))),
          ),
          branch('Pour un mineur', { if: 'age<18', sets: ['T3'] }, to('bateau')),
        ),
      ],
    },
  ],
});
const boat = article('bateau', 'Immatriculer un bateau', {
  sections: [
    {
      facet: 'documents',
      title: 'Pièces à fournir',
      blocks: [
        { ...text('Vous avez moins de 18 ans : un parent signe.'), when: 'T3=yes' },
        { ...text('Les papiers dépendent du lieu d’achat.'), when: 'T1!=no' },
        list('Une photo du bateau', 'Une facture'),
        asked(
          branch('Acheté en France', { when: 'T1=yes' }, list('Un certificat français')),
          branch("Acheté à l'étranger", { when: 'T2=yes' }, list('Un quitus douanier')),
        ),
      ],
    },
    { facet: 'cost', title: 'Coût', blocks: [text('Le droit est de 30 €.')] },
    {
      facet: 'delay',
      title: 'Délai',
      blocks: [
        asked(
          branch('Bateau neuf', { when: 'T4=yes' }, text('Comptez 2 jours.')),
          branch('Bateau d’occasion', { when: 'T5=yes' }, text('Comptez 9 jours.')),
        ),
      ],
    },
  ],
});
const canoe = article('canoe', 'Canoë sans moteur', {
  sections: [{ facet: 'steps', title: 'Démarche', blocks: [text('Aucune démarche n’est nécessaire.')] }],
});
const mooring = article('amarrage', 'Place au port de plaisance', {
  sections: [
    {
      facet: 'documents',
      title: 'Pièces',
      blocks: [
        asked(
          branch('De France', { when: 'T1=yes' }, text('La carte bleue.')),
          branch("D'ailleurs", { when: 'T2=yes' }, text('La carte verte.')),
        ),
      ],
    },
  ],
});
const wordings = (id: string, ...examples: string[]) => ({ id: `dire-${id}`, article: id, examples, nearMisses: [], rules: [] });
const port: Content = {
  ...town,
  articles: [...town.articles, search, boat, canoe, mooring],
  intents: [
    ...town.intents,
    wordings('bateau', 'immatriculer mon bateau', 'papiers du bateau', 'enregistrer un voilier', 'bateau acheté'),
    wordings('canoe', 'canoë démarche', 'faut-il déclarer un canoë', 'papiers du canoë'),
    wordings('amarrage', 'place au port', 'louer un anneau', 'amarrer au port de plaisance'),
  ],
};
const built = buildSnapshot(port);
const snapshot: Snapshot = { ...built, gate: { ...built.gate, answer: 0.5, clarify: 0.3 }, kinds: {} };
const context: TurnContext = {
  now: '2026-11-22T10:00:00.000Z',
  lang: 'fr',
  site: { key: 'demo', name: 'Valclair', services: [{ id: 'accueil', name: 'Accueil', open: true }], defaultService: 'accueil' },
  botOn: true,
};
const say = (words: string, memory: Memory = openingMemory('fr'), choice?: string, of = snapshot) =>
  reply(of, JSON.parse(JSON.stringify(memory)) as Memory, { text: words, ...(choice && { choice }) }, context);
const labels = ({ body }: Reply) => (body.choices ?? []).map(({ label }) => label);
const shown = ({ body }: Reply) => textOfBlocks(body.blocks);
/** Presses the button that reads so. */
const press = (before: Reply, label: string, of = snapshot) => {
  const choice = before.body.choices?.find((each) => each.label === label);
  if (choice === undefined) throw new Error(`no button « ${label} » among ${labels(before).join(' | ')}`);
  return say(label, before.memory, choice.id, of);
};
const FIND = 'Trouver la démarche qui correspond à votre situation';
const DONT_KNOW = 'Je ne sais pas';
const BACK = 'Revenir à la question précédente';
const LIST = 'Ma liste à imprimer';
const started = () => press(say('papiers du bateau'), FIND);

describe('a guided search', () => {
  it('is offered with the article that it leads to, and asks one question at a time, with its help', () => {
    const first = started();
    expect(labels(first)).toEqual(['Pour un majeur', 'Pour un mineur', DONT_KNOW]);
    expect(shown(first)).toContain('À partir de 18 ans.');
    expect(shown(first)).not.toContain('kid');
    expect(labels(press(first, 'Pour un majeur'))).toEqual(['Un voilier', 'Un canoë', DONT_KNOW, BACK]);
  });

  it('is no answer: its questions are clarified turns that name no article', () => {
    expect(started().trace).toMatchObject({ outcome: 'clarified', article: null, choices: [] });
  });

  it('ends on the article, answered for the answers given', () => {
    const there = press(press(press(started(), 'Pour un majeur'), 'Un voilier'), 'Acheté en France');
    expect(there.trace).toMatchObject({ outcome: 'answered', article: 'bateau' });
    expect(shown(there)).toContain('Vos réponses : Pour un majeur › Un voilier › Acheté en France.');
    expect(there.memory.facts).toEqual({ age: 'adult', T1: 'yes' });
    const papers = say('Pièces à fournir', there.memory, 'facet:bateau:documents');
    expect(shown(papers)).toContain('Un certificat français');
    expect(shown(papers)).not.toContain('quitus');
    expect(shown(papers)).toContain('Les papiers dépendent du lieu d’achat.');
    expect(shown(papers)).not.toContain('un parent signe');
  });

  it('does not ask what the citizen said before, and takes a fact said in its middle', () => {
    const asking = started();
    expect(labels(say('ma fille a 8 ans', asking.memory))).not.toContain('Pour un mineur');
    const told = { ...asking.memory, facts: { age: 'adult' } };
    expect(labels(say(FIND, told, 'walk:chercher-bateau:'))).toEqual(['Un voilier', 'Un canoë', DONT_KNOW, BACK]);
  });

  it('asks only what matters to the facet asked for', () => {
    const sailing = (facet: string) =>
      press(press(say(FIND, { ...openingMemory('fr'), facet }, 'walk:chercher-bateau:'), 'Pour un majeur'), 'Un voilier');
    expect(sailing('cost').trace.article).toBe('bateau');
    const abroad = press(sailing('documents'), "Acheté à l'étranger");
    expect(abroad.trace.article).toBe('bateau');
    expect(labels(press(sailing('delay'), "Acheté à l'étranger"))).toContain('Neuf');
  });

  it('leaves open what the citizen does not know, and shows every case of it', () => {
    const there = press(press(press(started(), 'Pour un majeur'), 'Un voilier'), DONT_KNOW);
    expect(there.trace.article).toBe('bateau');
    const papers = shown(say('Ma liste', there.memory, 'list:bateau'));
    expect(papers).toContain('Un certificat français');
    expect(papers).toContain('Un quitus douanier');
  });

  it('names the articles it may lead to when the answer would decide between them', () => {
    const either = press(press(started(), 'Pour un majeur'), DONT_KNOW);
    expect(either.trace).toMatchObject({ outcome: 'clarified', choices: ['bateau', 'canoe'] });
  });

  it('goes back one question, from a question, from the article, and to what was only assumed', () => {
    const second = press(started(), 'Pour un majeur');
    expect(labels(press(second, BACK))).toContain('Pour un mineur');
    const there = press(press(second, 'Un voilier'), 'Acheté en France');
    expect(labels(press(there, BACK))).toEqual(labels(press(second, 'Un voilier')));
    const assumed = say(FIND, { ...openingMemory('fr'), facts: { age: 'adult' } }, 'walk:chercher-bateau:');
    expect(labels(press(assumed, BACK))).toContain('Pour un mineur');
  });

  it('takes the words of a button for the button', () => {
    expect(say('un VOILIER', press(started(), 'Pour un majeur').memory).body.choices!.map(({ id }) => id)).toContain(
      press(press(started(), 'Pour un majeur'), 'Un voilier').body.choices![0]!.id,
    );
  });

  it('carries on in a newer edition whose branches stand in another order, and asks again where one is gone', () => {
    const edition = (blocks: Block[]): Snapshot => {
      const other = buildSnapshot({
        ...port,
        articles: port.articles.map((each) => (each === search ? { ...search, sections: [{ title: '', blocks }] } : each)),
      });
      return { ...other, gate: snapshot.gate, kinds: {} };
    };
    const [question] = search.sections[0]!.blocks as [Extract<Block, { type: 'cases' }>];
    const turned = edition([{ ...question, cases: question.cases.toReversed() }]);
    expect(labels(press(started(), 'Pour un majeur', turned))).toContain('Un voilier');
    const without = edition([asked(question.cases[1]!, branch('Pour une association', {}, to('canoe')))]);
    expect(labels(press(started(), 'Pour un majeur', without))).toEqual(['Pour un mineur', 'Pour une association', DONT_KNOW]);
  });

  it('is offered among the articles of its subject when it is not clear which one is meant', () => {
    const strict = { ...snapshot, gate: { ...snapshot.gate, answer: 1.1, clarify: 0 } };
    const unclear = say('papiers du bateau', openingMemory('fr'), undefined, strict);
    expect(unclear.trace.outcome).toBe('clarified');
    expect(labels(unclear)).toContain(FIND);
    expect(unclear.trace.choices).not.toContain('chercher-bateau');
  });
});

describe('what was told in a guided search', () => {
  const open = () => say(FIND, openingMemory('fr'), 'walk:chercher-bateau:');
  const arrived = () => press(press(press(press(open(), 'Pour un majeur'), 'Un voilier'), "Acheté à l'étranger"), 'Occasion');

  it('holds for other articles of the conversation', () => {
    const port = say('Pièces', arrived().memory, 'facet:amarrage:documents');
    expect(shown(port)).toContain('La carte verte.');
    expect(labels(port)).not.toContain("D'ailleurs");
    expect(labels(say('Pièces', openingMemory('fr'), 'facet:amarrage:documents'))).toContain("D'ailleurs");
  });

  it('holds for its own article alone where the corpus says several things by one variable', () => {
    expect(arrived().memory.here).toMatchObject({ article: 'bateau', facts: { T4: 'no', T5: 'yes' } });
    expect(arrived().memory.facts).not.toHaveProperty('T5');
    expect(shown(say('Délai', arrived().memory, 'facet:bateau:delay'))).toContain('Comptez 9 jours.');
  });

  it('is corrected by the next search', () => {
    const again = press(
      press(press(say(FIND, { ...arrived().memory, facts: { T2: 'yes' } }, 'walk:chercher-bateau:'), 'Pour un majeur'), 'Un voilier'),
      'Acheté en France',
    );
    expect(again.memory.facts).toEqual({ age: 'adult', T1: 'yes' });
  });

  it('is told as well by the branch of an article, for its other sections', () => {
    const picked = say('Acheté en France', openingMemory('fr'), 'case:bateau:0:0.0');
    expect(picked.memory.here).toEqual({ article: 'bateau', facts: { T1: 'yes', T2: 'no' } });
  });
});

describe('the list to print', () => {
  const list = press(press(press(press(started(), 'Pour un majeur'), 'Un voilier'), 'Acheté en France'), LIST);

  it('holds what this person brings and pays, what was assumed, and the source', () => {
    expect(list.body).toMatchObject({ outcome: 'answered', print: true, article: { id: 'bateau' }, sources: [boat.source] });
    expect(shown(list)).toContain('Elle vaut pour : Pour un majeur › Un voilier › Acheté en France.');
    for (const words of ['Une photo du bateau', 'Un certificat français', 'Le droit est de 30 €.']) expect(shown(list)).toContain(words);
    expect(shown(list)).not.toContain('quitus');
    expect(list.body.blocks).toContainEqual(expect.objectContaining({ type: 'list', tick: true }));
  });

  it('shows every case under its condition when nothing was told, and says so', () => {
    const all = say('Ma liste', openingMemory('fr'), 'list:bateau');
    expect(shown(all)).toContain('tous les cas sont indiqués');
    expect(shown(all)).toContain("Seulement dans ce cas : Acheté à l'étranger");
  });

  it('is offered where there are documents or steps, and no question is open', () => {
    expect(labels(say('x', openingMemory('fr'), 'facet:carte-identite:cost'))).toContain(LIST);
    expect(labels(say('x', openingMemory('fr'), 'facet:carte-identite-perdue:cost'))).not.toContain(LIST);
    expect(labels(say('x', openingMemory('fr'), 'facet:bateau:documents'))).not.toContain(LIST);
  });
});
