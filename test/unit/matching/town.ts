import { readFileSync } from 'node:fs';
import type { Article, Block } from '../../../src/contract/index.js';
import { learnedWords, readWords } from '../../../src/knowledge/words-file.js';
import { Problems } from '../../../src/knowledge/problems.js';
import type { Content, Intent } from '../../../src/matching/index.js';

/** The words that every installation has. */
const WORDS = 'intents/words.fr.tsv';
const wordVectors = learnedWords(readWords(readFileSync(WORDS, 'utf8'), new Problems(WORDS)).map(({ value }) => value))!;

/** A small town's content: enough to ask, to clarify, to walk through cases and to hand over. */
export const text = (words: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text: words }] });
const source = {
  name: 'service-public.gouv.fr',
  url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1',
  checkedOn: '2026-01-01',
};
const article = (id: string, title: string, summary: string, more: Partial<Article>): Article => ({
  id,
  title,
  summary,
  theme: 'papiers',
  audience: 'particuliers',
  lang: 'fr',
  keywords: [],
  source,
  owner: 'etat-civil',
  status: 'published',
  sections: [],
  ...more,
});
const articles: Article[] = [
  article('passeport', 'Passeport', 'Le passeport se demande dans une mairie équipée, sur rendez-vous.', {
    keywords: ['titre de voyage'],
    sections: [
      {
        facet: 'cost',
        title: 'Coût',
        blocks: [
          text('Le prix dépend de l’âge.'),
          {
            type: 'cases',
            title: 'Quel âge a la personne ?',
            cases: [
              { label: 'Majeur', if: 'age>=18', blocks: [text('Le timbre coûte 86 €.')] },
              { label: 'Mineur', if: 'age<18', blocks: [text('Le timbre coûte 42 € ou 17 €.')] },
            ],
          },
        ],
      },
      { facet: 'delay', title: 'Délai', blocks: [text('Comptez plusieurs semaines.')] },
      {
        facet: 'where',
        title: 'Où',
        blocks: [text('En mairie.'), { type: 'contact', name: 'Mairie de Valclair', phone: '02 61 91 00 10' }],
      },
      {
        facet: 'steps',
        title: 'Démarche',
        blocks: [text('Faites la pré-demande.'), { type: 'service', title: 'Pré-demande', url: 'https://passeport.ants.gouv.fr' }],
      },
    ],
  }),
  article('carte-identite', "Carte d'identité", "La carte d'identité est gratuite.", {
    sections: [
      { facet: 'cost', title: 'Coût', blocks: [text("C'est gratuit.")] },
      { facet: 'documents', title: 'Pièces', blocks: [text('Une photo et un justificatif de domicile.')] },
    ],
  }),
  article('carte-identite-perdue', "Carte d'identité perdue ou volée", 'Déclarez la perte en mairie ou le vol à la police.', {
    sections: [{ facet: 'cost', title: 'Coût', blocks: [text('Un timbre de 25 € est dû.')] }],
  }),
  article('dechetterie', 'Déchetterie', 'La déchetterie ouvre du mardi au samedi.', {
    theme: 'vie-locale',
    owner: 'accueil',
    source: { ...source, name: 'Ville de Valclair' },
  }),
];
const intent = (id: string, examples: string[], more: Partial<Intent>): Intent => ({ id, examples, nearMisses: [], rules: [], ...more });
const intents: Intent[] = [
  intent(
    'faire-passeport',
    ['refaire mon passeport', 'comment avoir un passeport', 'prix du passeport', 'passeport périmé', 'how do i renew my passport'],
    { article: 'passeport' },
  ),
  intent('faire-carte', ["refaire ma carte d'identité", 'renouveler cni', "carte d'identité périmée", "papiers pour la carte d'identité"], {
    article: 'carte-identite',
  }),
  intent('perdre-carte', ["j'ai perdu ma carte d'identité", 'on m’a volé ma cni', "carte d'identité égarée", 'paumé ma carte'], {
    article: 'carte-identite-perdue',
    rules: [{ all: ['perdu', "carte d'identité"] }],
  }),
  intent('dechetterie', ['horaires de la déchetterie', 'où jeter des gravats', 'la déchetterie est ouverte ?', 'jeter un vieux canapé'], {
    article: 'dechetterie',
  }),
  intent('saluer', ['bonjour', 'salut', 'coucou', 'bonsoir', 'hello'], {
    outcome: 'small-talk',
    reply: ['Bonjour ! Quelle est votre question ?'],
    replyEn: ['Hello! What is your question?'],
  }),
  intent('humain', ['je veux parler à quelqu’un', 'parler à un agent', 'un humain', 'passez-moi un conseiller'], { action: 'human' }),
  intent('suicide', ['je veux mourir', 'je vais me suicider', 'je n’ai plus envie de vivre'], {
    outcome: 'emergency',
    reply: ['3114 : appelez maintenant.'],
  }),
  intent('meteo', ['quel temps fait-il', 'il va pleuvoir demain', 'météo de demain'], {
    outcome: 'declined',
    reply: ['Je ne connais pas la météo.'],
  }),
];
export const town: Content = {
  articles,
  intents,
  wordVectors,
  lexicon: [
    { id: 'carte-identite', label: "carte d'identité", forms: ['cni'], en: ['identity card'] },
    { id: 'passeport', label: 'passeport', forms: [], en: ['passport'] },
  ],
  facets: [
    { facet: 'cost', cues: ['combien ça coûte', 'ça coûte combien', 'prix', 'gratuit', 'payant', 'combien'] },
    { facet: 'delay', cues: ['combien de temps', 'quel délai'] },
    { facet: 'where', cues: ['où aller', 'c’est où'] },
    { facet: 'steps', cues: ['comment faire'] },
  ],
  facts: [
    { fact: 'age', value: 'minor', cues: ['mon fils mineur', 'mon bébé'] },
    { fact: 'beneficiary', value: 'child', cues: ['pour mon fils', 'pour ma fille'] },
  ],
  labels: [],
  themes: [
    { id: 'papiers', title: "Papiers d'identité", order: 1 },
    { id: 'vie-locale', title: 'Vie locale', order: 2 },
  ],
};
