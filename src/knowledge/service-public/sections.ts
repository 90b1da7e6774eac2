import type { Block, Case, Facet, Section } from '../../contract/index.js';
import { blocksOf } from './blocks.js';
import { caseOf, choice } from './cases.js';
import { conditioned, underCondition } from './corpus-condition.js';
import { facetOf } from './facet.js';
import { childNamed, childrenNamed, elementsOf, isElement, titleOf, type TreeElement, type TreeNode } from './node.js';
import type { Page } from './page.js';
import { plain } from '../plain.js';

/** A stretch of a page under one title. */
interface Part {
  title: string;
  facet?: Facet;
  blocks: Block[];
}
interface Outlined extends Part {
  cases: Case[];
  /** Under a situation; the others stand each alone. */
  situated: boolean;
}

const OPENING = 'En bref';
const ANSWER = 'Réponse';

/**
 * The sections of a page: its introduction, each chapter, each sub-chapter.
 *
 * Situations (« En France », « À l'étranger ») wrap whole chapters, and wrap the same ones: « Coût » of one stands beside « Coût » of the
 * other. So a section is a chapter's title, and the situations are its cases. That keeps a passage as short as a chapter of one situation, its
 * path complete, and lets « combien ça coûte » be answered by one section. A section per list would make a passage of a whole situation. A
 * chapter that one situation alone has bears its name: a choice of one would never be shown.
 */
export function sectionsOf(root: TreeElement, page: Page): Section[] {
  const outline: Outlined[] = [];
  const opening = blocksOf(childNamed(root, 'Introduction')?.children ?? [], page);
  if (opening.length > 0) outline.push({ title: OPENING, facet: 'summary', blocks: opening, cases: [], situated: true });
  for (const text of childrenNamed(root, 'Texte')) {
    for (const part of partsOf(text.children, page, 0)) {
      if (part.title === OPENING && outline[0]?.title === OPENING) outline[0].blocks.push(...part.blocks);
      else outline.push({ ...part, cases: [], situated: part.title === OPENING });
    }
  }
  for (const list of childrenNamed(root, 'ListeSituations')) addSituations(outline, list, page);
  return [...outline.flatMap(sectionOf), ...cardSections(root, outline, page)];
}

function addSituations(outline: Outlined[], list: TreeElement, page: Page): void {
  const situations = childrenNamed(list, 'Situation');
  for (const situation of situations) {
    const { label, when } = caseOf(situation, []);
    const depth = situations.length > 1 ? 1 : 0;
    for (const part of situationParts(situation, page, depth)) {
      let found = outline.find(({ situated, title }) => situated && keyOf(title) === keyOf(part.title));
      if (found === undefined) outline.push((found = { ...part, blocks: [], cases: [], situated: true }));
      if (depth === 0) found.blocks.push(...underCondition(when, part.blocks));
      else {
        found.facet ??= part.facet;
        const branch = found.cases.find((each) => each.label === label);
        if (branch === undefined) found.cases.push(caseOf(situation, part.blocks));
        else branch.blocks.push(...part.blocks);
      }
    }
  }
}

const keyOf = (title: string): string =>
  plain(title)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function situationParts(situation: TreeElement, page: Page, depth: number): Part[] {
  const opening = blocksOf(childNamed(situation, 'Introduction')?.children ?? [], page, depth);
  const parts = childrenNamed(situation, 'Texte').flatMap(({ children }) => partsOf(children, page, depth));
  return opening.length === 0 ? parts : [{ title: OPENING, facet: 'summary', blocks: opening }, ...parts];
}

/** What stands before the first chapter, then each chapter and each of its sub-chapters. */
function partsOf(nodes: readonly TreeNode[], page: Page, depth: number): Part[] {
  const isChapter = (node: TreeNode) => isElement(node) && (node.name === 'Chapitre' || node.name === 'SousChapitre');
  const loose = blocksOf(
    nodes.filter((node) => !isChapter(node)),
    page,
    depth,
  );
  const chapters = nodes.filter(isElement).filter(isChapter);
  const first: Part[] =
    loose.length === 0
      ? []
      : [chapters.length > 0 ? { title: OPENING, facet: 'summary', blocks: loose } : { title: ANSWER, blocks: loose }];
  return [...first, ...chapters.flatMap((chapter) => chapterParts(chapter, page, depth))];
}

function chapterParts(chapter: TreeElement, page: Page, depth: number): Part[] {
  const title = titleOf(chapter) || OPENING;
  const own = conditioned(
    chapter,
    blocksOf(
      chapter.children.filter((node) => !isElement(node) || node.name !== 'SousChapitre'),
      page,
      depth,
    ),
  );
  const type = chapter.attributes['type'];
  const facet = facetOf(title, type, own);
  const parts: Part[] = own.length === 0 ? [] : [{ title, ...(facet && { facet }), blocks: own }];
  for (const below of childrenNamed(chapter, 'SousChapitre')) {
    const name = titleOf(below);
    const blocks = conditioned(chapter, conditioned(below, blocksOf(below.children, page, depth)));
    const its = facetOf(name, below.attributes['type'] ?? type, blocks) ?? facet;
    if (blocks.length > 0) parts.push({ title: name === '' ? title : `${title} – ${name}`, ...(its && { facet: its }), blocks });
  }
  return parts;
}

function sectionOf({ title, facet, blocks, cases }: Outlined): Section[] {
  const made = (name: string, inside: Block[]): Section => ({ ...(facet && { facet }), title: name, blocks: inside });
  const [lone] = cases;
  if (cases.length !== 1) return [made(title, [...blocks, ...choice(cases)])];
  const named = made(`${title} (${lone!.label})`, underCondition(lone!.when, lone!.blocks));
  return blocks.length === 0 ? [named] : [made(title, blocks), named];
}

/** Offices and services that the page names once for all of it, those of its chapters left out. */
function cardSections(root: TreeElement, outline: readonly Outlined[], page: Page): Section[] {
  const shown = JSON.stringify(outline);
  const cards = (name: string): Block[] =>
    blocksOf(
      elementsOf(root).filter((node) => node.name === name),
      page,
    ).filter((card) => !shown.includes(JSON.stringify({ ...card, when: undefined }).slice(1)));
  const services = cards('ServiceEnLigne');
  const contacts = cards('OuSAdresser');
  return [
    ...(services.length > 0 ? [{ facet: 'online' as const, title: 'Services en ligne et formulaires', blocks: services }] : []),
    ...(contacts.length > 0 ? [{ facet: 'where' as const, title: "Où s'adresser ?", blocks: contacts }] : []),
  ];
}
