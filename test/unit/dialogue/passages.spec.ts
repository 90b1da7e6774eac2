import { describe, it, expect } from '@jest/globals';
import type { Article, Block, Section } from '../../../src/contract/index.js';
import { answerIn } from '../../../src/dialogue/answer-in.js';
import { understandInContext } from '../../../src/dialogue/in-context.js';
import { openingMemory } from '../../../src/dialogue/index.js';
import { textsOf } from '../../../src/dialogue/texts.js';
import { buildSnapshot, type Content } from '../../../src/matching/index.js';
import { packRow } from '../../../src/matching/word-vectors.js';
import { text, town } from '../matching/town.js';

const bold = (words: string): Block => ({ type: 'paragraph', inlines: [{ type: 'strong', text: words }] });
const list = (...items: string[]): Block => ({ type: 'list', ordered: false, items: items.map((item) => [text(item)]) });
const cell = (words: string) => [{ type: 'text' as const, text: words }];
const table = (head: string[], ...rows: string[][]): Block => ({
  type: 'table',
  head: head.map(cell),
  rows: rows.map((row) => row.map(cell)),
});
const cases = (...branches: [label: string, ...blocks: Block[]][]): Block => ({
  type: 'cases',
  title: '',
  cases: branches.map(([label, ...blocks]) => ({ label, blocks })),
});
const filler = (about: string): Block =>
  text(
    Array.from(
      { length: 6 },
      (_, n) =>
        `Phrase ${['une', 'deux', 'trois', 'quatre', 'cinq', 'six'][n]} qui parle longuement de ${about} sans rien préciser d'utile à personne.`,
    ).join(' '),
  );

/** What is shown of an article about the rental of a boat to somebody who asks. */
function asked(question: string, sections: Section[], more: Partial<Content> = {}) {
  const article: Article = {
    ...town.articles[0]!,
    id: 'bateau',
    title: 'Louer un bateau',
    summary: 'Un bateau se loue au port.',
    keywords: [],
    sections,
  };
  const snapshot = buildSnapshot({ ...town, ...more, articles: [...town.articles, article] });
  const memory = openingMemory('fr');
  const meant = understandInContext(snapshot, memory, question);
  const { body, passages } = answerIn(snapshot, snapshot.articles.get('bateau')!, { text: question, meant, memory }, textsOf('fr'));
  return { shown: passages.join(' '), choices: body.choices!.map(({ label }) => label), blocks: body.blocks };
}

describe('the passage that answers', () => {
  it('starts where the answer stands in a long section, with what introduces it', () => {
    const { shown } = asked('faut-il un gilet de sauvetage pour louer un bateau', [
      {
        title: 'À bord',
        blocks: [filler('la location'), bold('Sécurité'), text('Chaque passager porte un gilet de sauvetage.'), filler('la météo')],
      },
    ]);
    expect(shown).toContain('Sécurité Chaque passager porte un gilet de sauvetage.');
    expect(shown.length).toBeLessThanOrEqual(700);
  });

  it('looks like the answer: of two sentences with the same words, the one with a price for a price, with an age for an age', () => {
    const sections: Section[] = [
      {
        title: 'Location',
        blocks: [text('La caution du bateau est rendue au retour.'), filler('la caution'), text('La caution du bateau est de 300 €.')],
      },
      {
        title: 'Pilote',
        blocks: [filler('le pilote'), text('Le pilote du bateau doit avoir 16 ans.'), text('Le pilote du bateau signe le contrat.')],
      },
    ];
    expect(asked('quel est le montant de la caution', sections).shown).toContain('300 €');
    expect(asked('à partir de quel âge être pilote', sections).shown).toContain('16 ans');
  });

  it('says what the limit is where the question asks for the most', () => {
    const { shown } = asked('quel montant maximum pour la caution', [
      {
        title: 'Caution',
        blocks: [
          text('La caution du bateau est de 300 € le soir.'),
          filler('la caution'),
          filler('la rade'),
          text('La caution ne doit pas dépasser 500 €.'),
        ],
      },
    ]);
    expect(shown).toContain('La caution ne doit pas dépasser 500 €');
  });

  it('says who pays where the question is whether one does, and not just any price', () => {
    const { shown } = asked('dois-je payer le carburant', [
      {
        title: 'Carburant',
        blocks: [
          text('Le carburant reste à la charge du loueur.'),
          filler('la jauge'),
          text('Une jauge neuve vaut 80 €.'),
          filler('la jauge'),
        ],
      },
    ]);
    expect(shown).toMatch(/^Le carburant reste à la charge du loueur/);
  });

  it('is a number to call for a number to call, and not a number of months', () => {
    const { shown } = asked('à quel numéro appeler en cas de panne', [
      {
        title: 'Panne',
        blocks: [text('La panne est couverte pendant 13 mois.'), filler('la panne'), text('En cas de panne, faites le 196.')],
      },
    ]);
    expect(shown).toContain('faites le 196');
  });

  it('counts in the unit that is meant: hours late, years said « ans »', () => {
    const late = [text('Le retard est noté sur 20 lignes.'), filler('le retard'), text('Le retard est facturé à partir de 3 heures.')];
    expect(asked('à partir de combien de retard dois-je un supplément', [{ title: 'Retour', blocks: late }]).shown).toContain('3 heures');
    const old = [text('Les 10 dernières saisons comptent.'), filler('le permis'), text('Le permis doit avoir 4 ans.')];
    expect(asked("combien d'années de permis faut-il", [{ title: 'Permis', blocks: old }]).shown).toContain('4 ans');
  });

  it('says both things that a question asks when one section holds them', () => {
    const { shown } = asked('combien de jours pour rendre le bateau et le jour du départ compte-t-il', [
      {
        title: 'Retour',
        blocks: [
          text('Le bateau est rendu dans les 5 jours.'),
          text('Le jour du départ ne compte pas.'),
          ...Array.from({ length: 6 }, (_, n) =>
            text(`Le bateau rendu au port numéro ${n} attend ${n + 2} jours sur une cale couverte du loueur.`),
          ),
        ],
      },
    ]);
    expect(shown).toContain('dans les 5 jours');
    expect(shown).toContain('Le jour du départ ne compte pas.');
  });

  it('finds what the question says in other words, by what the words mean', () => {
    const meaning = packRow(Float32Array.of(1, 0));
    const { shown } = asked(
      'et pour mon toutou à bord',
      [
        { title: 'Moteur', blocks: [filler('le bord')] },
        { title: 'Animaux', blocks: [filler('le bord'), text('Le chien est admis à bord.')] },
      ],
      { wordVectors: { dimensions: 2, rows: { toutou: meaning, chien: meaning, bord: packRow(Float32Array.of(0, 1)) } } },
    );
    expect(shown).toContain('Le chien est admis à bord.');
  });

  it('is what holds everywhere rather than one of a hundred places that the question does not name', () => {
    const places = Array.from({ length: 30 }, (_, n): [string, Block] => [
      `Port ${'abcdefghij'[n % 10]}${n}`,
      text('Envoyez la demande de permis.'),
    ]);
    const { shown } = asked('où envoyer la demande de permis', [
      { title: 'Démarche', blocks: [text('La demande de permis se fait auprès de la capitainerie.'), cases(...places)] },
    ]);
    expect(shown).toContain('auprès de la capitainerie');
  });

  it('is a row of a table under its head, and not the table from its first row on', () => {
    const ports = Array.from({ length: 30 }, (_, n) => [`Port numéro ${n} de la côte`, `${n + 10} euros la journée de location`]);
    const { shown, blocks } = asked('prix de la location au port de Trébeurden', [
      { title: 'Tarifs', blocks: [table(['Port', 'Prix'], ...ports, ['Trébeurden', '77 €'])] },
    ]);
    expect(shown).toContain('Trébeurden : 77 €');
    expect(blocks.find(({ type }) => type === 'table')).toMatchObject({ head: [cell('Port'), cell('Prix')] });
  });

  it('is the item of a list with the sentence that introduces the list', () => {
    const { shown } = asked('faut-il apporter son permis côtier', [
      {
        title: 'Dossier',
        blocks: [
          text('Apportez les pièces suivantes :'),
          list(...Array.from({ length: 20 }, (_, n) => `une pièce ordinaire dont le nom est long, la numéro ${n}`), 'votre permis côtier'),
        ],
      },
    ]);
    expect(shown).toMatch(/^Apportez les pièces suivantes :/);
    expect(shown).toContain('votre permis côtier');
  });

  it('says what the branches say where cases are open, each under its path', () => {
    const { shown, choices } = asked('combien de jours pour annuler la location', [
      {
        title: 'Annulation',
        blocks: [
          text('Le délai pour annuler varie selon le contrat.'),
          cases(['Au mois', text('Annulez dans les 30 jours.')], ['À la journée', text('Annulez dans les 2 jours.')]),
        ],
      },
    ]);
    expect(shown).toContain('Pour : Au mois. Annulez dans les 30 jours.');
    expect(shown).toContain('Pour : À la journée. Annulez dans les 2 jours.');
    expect(choices).toEqual(expect.arrayContaining(['Au mois', 'À la journée']));
  });

  it('prefers the branch that holds for most to one for people whom the question does not name', () => {
    const branches = cases(['À Mayotte', text('La caution est de 100 €.')], ['Cas général', text('La caution est de 300 €.')]);
    expect(asked('montant de la caution', [{ title: 'Caution', blocks: [branches] }]).shown).toMatch(
      /^Pour : Cas général\. La caution est de 300 €/,
    );
    expect(asked('montant de la caution à Mayotte', [{ title: 'Caution', blocks: [branches] }]).shown).toMatch(
      /^Pour : À Mayotte\. La caution est de 100 €/,
    );
  });

  it('does not say twice what two branches say alike', () => {
    const same = text('Le carburant est payé au retour.');
    const { shown } = asked('qui paie le carburant', [{ title: 'Carburant', blocks: [cases(['En mer', same], ['En rivière', same])] }]);
    expect(shown.match(/carburant est payé/g)).toHaveLength(1);
  });

  it('answers both halves of a question out of two sections, the second under its title', () => {
    const { shown } = asked('combien coûte le mouillage et qui fournit les cordages', [
      { title: 'Mouillage', blocks: [text('Le mouillage coûte 12 € la nuit.')] },
      { title: 'Matériel', blocks: [text('Le loueur fournit les cordages.')] },
    ]);
    expect(shown).toContain('Le mouillage coûte 12 € la nuit.');
    expect(shown).toContain('Matériel Le loueur fournit les cordages.');
  });

  it('is the section about the facet asked for when no word of the question stands in it', () => {
    const { shown } = asked('quel délai', [
      { title: 'Port', blocks: [text('Le port ouvre au printemps.')] },
      { facet: 'delay', title: 'Attente', blocks: [text('Comptez une quinzaine.')] },
    ]);
    expect(shown).toContain('Comptez une quinzaine.');
  });

  it('is never longer than 900 characters, however much answers', () => {
    const much = Array.from({ length: 8 }, (_, n): Section => ({
      title: `Règle ${n}`,
      blocks: [filler('la vitesse au port'), filler('la vitesse en mer')],
    }));
    expect(asked('quelle vitesse au port et en mer', much).shown.length).toBeLessThanOrEqual(900);
  });

  it('finds its sentences past abbreviations and figures', () => {
    const { shown } = asked('qui signe le contrat', [
      {
        title: 'Contrat',
        blocks: [
          filler('la coque'),
          text('Le contrat est signé par M. Dupont ou son adjoint. La coque mesure 3.5 mètres. Elle est blanche.'),
          filler('la coque'),
        ],
      },
    ]);
    expect(shown).toContain('Le contrat est signé par M. Dupont ou son adjoint.');
  });
});
