import type { Block, Case, Section } from '../../contract/index.js';
import { articleIdOf, audienceNamed } from './addresses.js';
import { childNamed, childrenNamed, textOf, titleOf, type TreeElement } from './node.js';
import { urlOf, type Page } from './page.js';

/** What a link of a guided search reads when the tree gives it no words: the title of the article that it leads to. */
export type Titles = ReadonlyMap<string, string>;

export const isGuided = (root: TreeElement): boolean => childNamed(root, 'Problematiques') !== undefined;

/** A guided search: nothing but questions. Its branches nest as the tree's do and end in links to articles. */
export function guidedSections(root: TreeElement, page: Page, titles: Titles): Section[] {
  const problems = childrenNamed(childNamed(root, 'Problematiques'), 'Problematique');
  const blocks = branching(problems, page, titles);
  return blocks.length === 0 ? [] : [{ title: 'Votre situation', blocks }];
}

function branching(nodes: readonly TreeElement[], page: Page, titles: Titles): Block[] {
  const cases = nodes
    .map((node): Case => ({ label: titleOf(node) || 'Autre situation', blocks: ends(node, page, titles) }))
    .filter(({ blocks }) => blocks.length > 0);
  // A question is asked only when the answer changes where one is led: the page itself will ask for the rest.
  const ways = new Set(cases.map(({ blocks }) => JSON.stringify(blocks)));
  return ways.size < 2 ? (cases[0]?.blocks ?? []) : [{ type: 'cases', title: '', cases }];
}

function ends(node: TreeElement, page: Page, titles: Titles): Block[] {
  const links = childrenNamed(node, 'LienInterne').flatMap((link): Block[] => {
    const id = link.attributes['LienPublication'];
    const audience = audienceNamed(link.attributes['audience']) ?? page.audience;
    if (id === undefined) return [];
    const article = articleIdOf(audience, id);
    const title = textOf(link) || titles.get(article) || titleOf(node);
    return [titles.has(article) ? { type: 'link', title, article } : { type: 'link', title, url: urlOf(page, id, audience) }];
  });
  return [...links, ...branching(childrenNamed(node, 'Branche'), page, titles)];
}

/** Words of the editors' own notes, in titles that no visitor was to read. */
const NOTES: readonly [RegExp, string][] = [
  [/^\*+\s*/, ''],
  [/\bCNI\b/g, "carte d'identité"],
  [/\bFP\b/g, 'Fonction publique'],
  [/\bkid\b/gi, 'pour un mineur'],
  [/\brenew\b/gi, 'renouvellement'],
  [/\badulte$/i, 'pour un majeur'],
  [/\bdde\b/gi, 'demande'],
  [/\bjustif\b/gi, 'Justificatif de'],
  [/\s+-\s*|\s*-\s+|-(?=\d+(?:ère|re|e)\b)/g, ' – '],
];

/** « **CNI - Renouvellement majeur » → « Carte d'identité – Renouvellement majeur » */
export function guidedTitle(title: string): string {
  const words = NOTES.reduce((text, [note, said]) => text.replace(note, said), title).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const guidedSummary = (title: string): string =>
  `${title} : répondez à quelques questions pour trouver la fiche qui correspond à votre situation.`;
