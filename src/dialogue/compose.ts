import type { AnswerBody, Article, Block, Choice, Facet } from '../contract/index.js';
import { textOfBlocks, type Snapshot } from '../matching/index.js';
import { settle, type Settled } from './cases.js';
import { choiceId } from './choices.js';
import { excerptOf, ROOM } from './excerpt.js';
import type { Part } from './passage-choice.js';
import type { Found } from './passage-search.js';
import { isCard, shorten } from './shorten.js';
import type { Texts } from './texts.js';

export interface Composed {
  body: AnswerBody;
  /** The text of the article that is shown. */
  passages: string[];
  facet?: Facet;
}
export interface Showing {
  article: Article;
  part: Part;
  facts: Readonly<Record<string, string>>;
  /** A branch picked by button, or all of them. */
  picked?: readonly number[] | 'all';
  /** The whole section rather than its beginning. */
  whole?: boolean;
}
const MOST_TEXT = 600;
const MOST_WHOLE = 4000;
const MOST_FACETS = 4;
/** Order of the other facets as buttons. */
const FACET_ORDER: readonly Facet[] = [
  'documents',
  'steps',
  'cost',
  'delay',
  'where',
  'eligibility',
  'online',
  'validity',
  'appeal',
  'contact',
];
/** Facets whose answer is better with the online service or the office at hand. */
const SERVICE_FACETS: readonly (Facet | undefined)[] = [undefined, 'summary', 'steps', 'online', 'where', 'documents'];
const CONTACT_FACETS: readonly (Facet | undefined)[] = ['where', 'contact', 'appeal'];

export const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] });

/** An answer out of one article: the part that answers, its path of cases, cards, source, and what else can be asked. */
export function composeArticle(snapshot: Snapshot, showing: Showing, texts: Texts): Composed {
  const { article, part } = showing;
  const section = part.type === 'section' ? article.sections[part.section] : undefined;
  const facet = section?.facet;
  const shown = section && part.type === 'section' ? showSection(snapshot, showing, part, texts) : showSummary(article);
  const cards = cardsFor(article, facet, section?.blocks ?? []);
  const rest = shown.asks.length > 0 ? [] : facetChoices(article, facet, texts);
  const choices = [...shown.asks, ...rest, { id: choiceId({ type: 'not', article: article.id }), label: texts.notMyQuestion }];
  const body: AnswerBody = {
    outcome: 'answered',
    blocks: [...shown.blocks, ...cards],
    article: { id: article.id, title: article.title, ...(section?.title && { section: section.title }) },
    choices,
    sources: [article.source],
  };
  return { body, passages: [shown.text], ...(facet && { facet }) };
}

type SectionPart = Extract<Part, { type: 'section' }>;
interface Shown {
  blocks: Block[];
  text: string;
  asks: Choice[];
}
function showSummary(article: Article): Shown {
  return { blocks: [paragraph(article.summary)], text: article.summary, asks: [] };
}

function showSection(snapshot: Snapshot, { article, facts, picked, whole }: Showing, part: SectionPart, texts: Texts): Shown {
  const { section, found } = part;
  const { blocks } = article.sections[section]!;
  const taken = picked ?? part.at;
  const settled: Settled = taken === 'all' ? { blocks: [...blocks], path: [] } : settle(blocks, facts, taken);
  const open = settled.open;
  const pathOf = (labels: readonly string[]) => (labels.length > 0 ? [paragraph(`${texts.factOf}${labels.join(' › ')}.`)] : []);
  const { blocks: shown, cut } =
    found !== undefined && picked === undefined && !whole
      ? showFound(snapshot, article, part, found, pathOf)
      : showBeginning(settled, taken === 'all', whole === true || taken === 'all' ? MOST_WHOLE : MOST_TEXT, pathOf);
  const question = open ? [paragraph(open.title || texts.whichSituation)] : [];
  const asks: Choice[] = open
    ? [
        ...open.branches.map(({ label, path: to }) => ({ id: choiceId({ type: 'case', article: article.id, section, path: to }), label })),
        { id: choiceId({ type: 'case', article: article.id, section, path: 'all' }), label: texts.dontKnow },
      ]
    : cut
      ? [{ id: choiceId({ type: 'more', article: article.id, section }), label: texts.readMore }]
      : [];
  return { blocks: [...shown, ...question], text: textOfBlocks(shown), asks };
}

type PathOf = (labels: readonly string[]) => Block[];

function showBeginning({ blocks, path }: Settled, all: boolean, most: number, pathOf: PathOf): { blocks: Block[]; cut: boolean } {
  if (all) return { blocks: blocks.filter((block) => !isCard(block)), cut: false };
  const { blocks: kept, cut } = shorten(blocks, most);
  return { blocks: [...pathOf(path), ...kept], cut };
}

/** The excerpts that answer, those of the section first, each under its path of cases and, when of another section, its title. */
function showFound(
  { engine }: Snapshot,
  article: Article,
  { section }: SectionPart,
  found: readonly Found[],
  pathOf: PathOf,
): { blocks: Block[]; cut: boolean } {
  const blocks: Block[] = [];
  let cut = false;
  let left = ROOM.all;
  found.forEach((one, nth) => {
    const { passage } = one;
    const title = passage.section === section ? [] : [heading(article.sections[passage.section]!.title)];
    const above = [...title, ...pathOf(passage.path.map(({ label }) => label))];
    const room = (found.length === 1 ? ROOM.alone : nth === 0 ? ROOM.first : ROOM.next) - textOfBlocks(above).length;
    const excerpt = excerptOf(one, Math.min(room, left), engine.analyser);
    const size = textOfBlocks([...above, ...excerpt.blocks]).length;
    if (nth > 0 && size > left) return;
    left -= size;
    cut ||= excerpt.cut || passage.at.length > 0;
    blocks.push(...above, ...excerpt.blocks);
  });
  return { blocks, cut };
}
const heading = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'strong', text }] });

/** Online services and offices that belong to what is shown. */
function cardsFor(article: Article, facet: Facet | undefined, blocks: readonly Block[]): Block[] {
  const everywhere = article.sections.flatMap((section) => section.blocks);
  const services = SERVICE_FACETS.includes(facet) ? pick(everywhere, 'service', 2) : pick(blocks, 'service', 2);
  const contacts = CONTACT_FACETS.includes(facet) ? pick(everywhere, 'contact', 2) : pick(blocks, 'contact', 2);
  return [...services, ...contacts, ...pick(blocks, 'link', 2)];
}
const pick = (blocks: readonly Block[], type: Block['type'], most: number): Block[] =>
  blocks.filter((block) => block.type === type).slice(0, most);

function facetChoices(article: Article, shown: Facet | undefined, texts: Texts): Choice[] {
  const present = new Set(article.sections.map(({ facet }) => facet));
  return FACET_ORDER.filter((facet) => facet !== shown && present.has(facet))
    .slice(0, MOST_FACETS)
    .map((facet) => ({ id: choiceId({ type: 'facet', article: article.id, facet }), label: texts.facets[facet] }));
}
