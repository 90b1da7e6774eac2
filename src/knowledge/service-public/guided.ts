import type { Block, Case, Section } from '../../contract/index.js';
import { articleIdOf, audienceNamed } from './addresses.js';
import { blocksOf } from './blocks.js';
import { childNamed, childrenNamed, elementsOf, textOf, tidy, titleOf, type TreeElement } from './node.js';
import { urlOf, type Page } from './page.js';
import { plain } from '../plain.js';
import { conditionsOf } from './situation-condition.js';

/** What a guided search must know of the rest of the corpus. */
export interface Surroundings {
  /** What a link reads when the tree gives it no words: the title of the article that it leads to. */
  titles: ReadonlyMap<string, string>;
  /** Variables that say one thing in one place and another elsewhere. */
  ambiguous: ReadonlySet<string>;
}

export const isGuided = (root: TreeElement): boolean => childNamed(root, 'Problematiques') !== undefined;

/**
 * A guided search: nothing but questions. Its branches nest as the tree's do and end in links to articles; what explains a branch stands before its
 * own questions, and what picking it tells is kept: whether a question is worth asking is judged when it is walked.
 */
export function guidedSections(root: TreeElement, page: Page, around: Surroundings): Section[] {
  const problems = childrenNamed(childNamed(root, 'Problematiques'), 'Problematique');
  const questions = branching(problems, page, around);
  const opening = blocksOf(childNamed(root, 'Introduction')?.children ?? [], page);
  return questions.length === 0 ? [] : [{ title: 'Votre situation', blocks: [...opening, ...questions] }];
}

function branching(nodes: readonly TreeElement[], page: Page, around: Surroundings): Block[] {
  const conditions = conditionsOf(nodes.map(labelOf));
  const cases = nodes.flatMap((node, at): Case[] => {
    const blocks = ends(node, page, around);
    const condition = conditions[at];
    const sets = setsOf(node).map((variable) => (around.ambiguous.has(variable) ? `here:${variable}` : variable));
    const head = { label: labelOf(node), ...(condition !== undefined && { if: condition }), ...(sets.length > 0 && { sets }) };
    return blocks.some(({ type }) => type === 'cases' || type === 'link') ? [{ ...head, blocks }] : [];
  });
  return cases.length === 0 ? [] : [{ type: 'cases', title: '', cases }];
}

const labelOf = (node: TreeElement): string => tidy(titleOf(node).replace(/^\*+|[\s:]+$/g, '')) || 'Autre situation';
const setsOf = (node: TreeElement): string[] =>
  childrenNamed(childNamed(node, 'SiSelectionne'), 'affecteVrai').flatMap(({ attributes }) =>
    /^T\d+$/.test(attributes['var'] ?? '') ? [attributes['var']!] : [],
  );

/** The variables that different branches of these searches set to say different things: « T10685 » is a valid passport here, a valid card there. */
export function ambiguousVariables(roots: readonly TreeElement[]): Set<string> {
  const meanings = new Map<string, Set<string>>();
  const walk = (node: TreeElement): void => {
    for (const variable of setsOf(node)) meanings.set(variable, (meanings.get(variable) ?? new Set()).add(plain(labelOf(node))));
    elementsOf(node).forEach(walk);
  };
  roots.forEach(walk);
  return new Set([...meanings].flatMap(([variable, said]) => (said.size > 1 ? [variable] : [])));
}

function ends(node: TreeElement, page: Page, { titles, ambiguous }: Surroundings): Block[] {
  const links = childrenNamed(node, 'LienInterne').flatMap((link): Block[] => {
    const id = link.attributes['LienPublication'];
    const audience = audienceNamed(link.attributes['audience']) ?? page.audience;
    if (id === undefined) return [];
    const article = articleIdOf(audience, id);
    const title = textOf(link) || titles.get(article) || titleOf(node);
    return [titles.has(article) ? { type: 'link', title, article } : { type: 'link', title, url: urlOf(page, id, audience) }];
  });
  const help = blocksOf(childNamed(node, 'Aide')?.children ?? [], page);
  return [...help, ...links, ...branching(childrenNamed(node, 'Branche'), page, { titles, ambiguous })];
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
