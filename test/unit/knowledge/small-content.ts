import type { ContentFile } from '../../../src/knowledge/content-file.js';

/** A content of two articles that the content check finds nothing to say about. */
export const article = (id: string, { title = `Titre de ${id}`, body = BODY, more = '' } = {}): string => `---
id: ${id}
title: ${title}
summary: Le timbre coûte {{timbre.test}}.
theme: essais
lang: fr
keywords: [essai, 2042]
source: { name: service-public.gouv.fr, url: "https://www.service-public.gouv.fr/particuliers/vosdroits/F1", checkedOn: 2026-01-15 }
reviewBy: 2027-06-30
owner: etat-civil
status: published
${more}---
${body}`;

export const BODY = `Une introduction.

## Coût {cost}
Le timbre coûte {{timbre.test}}.
`;

export const examples = (subject: string): string[] =>
  ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'].map((word) => `${subject} ${word}`);

export const intents = (pairs: Record<string, string[]>): string =>
  Object.entries(pairs)
    .map(
      ([id, wordings]) =>
        `- id: demander-${id}\n  article: ${id}\n  examples:\n${wordings.map((text) => `    - ${JSON.stringify(text)}`).join('\n')}\n`,
    )
    .join('');

export function smallContent(): ContentFile[] {
  return [
    { path: 'knowledge-base/fr/essais/theme.yml', text: 'id: essais\ntitle: "Essais"\norder: 1\n' },
    {
      path: 'knowledge-base/fr/essais/facts.yml',
      text: '# Montants des essais.\n- { id: timbre.test, value: 86, unit: "€", source: { name: s, url: "https://exemple.fr", checkedOn: 2026-01-15 } }\n',
    },
    { path: 'knowledge-base/fr/essais/passeport.md', text: article('passeport', { title: 'Passeport' }) },
    { path: 'knowledge-base/fr/essais/permis.md', text: article('permis', { title: 'Permis de conduire' }) },
    {
      path: 'intents/fr/essais.yml',
      text: `# Ce que disent les habitants.\n${intents({ passeport: examples('passeport biométrique'), permis: examples('conduite auto') })}`,
    },
    {
      path: 'intents/always/small-talk.yml',
      text: '- id: saluer\n  outcome: small-talk\n  reply: ["Bonjour !"]\n  examples: ["bonjour", "salut"]\n',
    },
    { path: 'intents/lexicon.fr.yml', text: '- { id: passeport, label: passeport, forms: [passeport biométrique], en: [passport] }\n' },
    { path: 'intents/facets.fr.yml', text: '- { facet: cost, cues: ["combien", "prix"] }\n' },
    { path: 'intents/facts.fr.yml', text: '- { fact: age, value: minor, cues: ["mon fils"] }\n' },
    {
      path: 'knowledge-base/questions/tune/questions.jsonl',
      text: '{"id":"t1","q":"refaire mon passeport","expected":["passeport"],"split":"tune"}\n',
    },
    {
      path: 'knowledge-base/questions/judge/questions.jsonl',
      text: '{"id":"j1","q":"mon passeport est périmé","expected":["passeport"],"split":"judge"}\n',
    },
    {
      path: 'knowledge-base/questions/judge/dialogues.jsonl',
      text: '{"id":"d1","split":"judge","turns":[{"q":"refaire mon passeport","expected":["passeport"]}]}\n',
    },
  ];
}

/** The same files with some put in the place of others, or beside them. */
export const withFiles = (files: readonly ContentFile[], ...others: ContentFile[]): ContentFile[] => [
  ...files.filter(({ path }) => !others.some((other) => other.path === path)),
  ...others,
];
