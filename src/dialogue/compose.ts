import type { AnswerBody, Article, Block, Choice, Facet } from '../contract/index.js';
import { textOfBlock, textOfBlocks, type Snapshot } from '../matching/index.js';
import { settle, type Open, type Settled } from './cases.js';
import { choiceId } from './choices.js';
import type { Part, Sought } from './passage-choice.js';
import { fromTheAnswer, isCard, shorten } from './shorten.js';
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
  const { section } = part;
  const { blocks } = article.sections[section]!;
  const taken = picked ?? part.at;
  const settled: Settled = taken === 'all' ? { blocks: [...blocks], path: [] } : settle(blocks, facts, taken);
  const open = settled.open;
  const most = whole || taken === 'all' ? MOST_WHOLE : MOST_TEXT;
  const worth = worthOf(snapshot, part.sought);
  const { blocks: kept, cut } =
    taken === 'all'
      ? { blocks: settled.blocks.filter((block) => !isCard(block)), cut: false }
      : shorten(whole || textOfBlocks(settled.blocks).length <= most ? settled.blocks : fromTheAnswer(settled.blocks, worth), most);
  if (open && !open.conditional && taken !== 'all') kept.push(...excerpts(open, most - textOfBlocks(kept).length, worth));
  const path = settled.path.length > 0 ? [paragraph(`${texts.factOf}${settled.path.join(' › ')}.`)] : [];
  const question = open ? [paragraph(open.title || texts.whichSituation)] : [];
  const asks: Choice[] = open
    ? [
        ...open.branches.map(({ label, path: to }) => ({ id: choiceId({ type: 'case', article: article.id, section, path: to }), label })),
        { id: choiceId({ type: 'case', article: article.id, section, path: 'all' }), label: texts.dontKnow },
      ]
    : cut
      ? [{ id: choiceId({ type: 'more', article: article.id, section }), label: texts.readMore }]
      : [];
  return { blocks: [...path, ...kept, ...question], text: textOfBlocks([...path, ...kept]), asks: open || cut ? asks : [] };
}

/** How much of what is sought a text holds. */
function worthOf({ engine }: Snapshot, sought: Sought | undefined): (text: string) => number {
  if (sought === undefined) return () => 0;
  return (text) => {
    const { tokens, concepts } = engine.analyser.read(text);
    const held = new Set([...tokens.map(({ stem }) => stem), ...concepts.map(({ id }) => `c:${id}`)]);
    const words = [...sought.words].filter((word) => held.has(word)).length;
    return words + (sought.look?.test(text) ? LOOK : 0);
  };
}
/** Looking like an answer is worth as much as so many words of the question. */
const LOOK = 1.5;

/**
 * What the branches that answer best say, briefly: nobody can be asked about cases whose conditions only people understand without being told
 * what they change.
 */
function excerpts({ branches }: Open, room: number, worth: (text: string) => number): Block[] {
  const flat = branches.map(({ label, blocks }) => ({ label, blocks: withoutCases(blocks) }));
  const ranked = flat.map((branch) => ({ branch, worth: Math.max(0, ...branch.blocks.map((block) => worth(textOfBlock(block)))) }));
  const shown = ranked
    .sort((a, b) => b.worth - a.worth)
    .slice(0, Math.max(1, Math.floor(room / SHORTEST_EXCERPT)))
    .map(({ branch }) => branch);
  const each = Math.floor(room / shown.length);
  return flat.flatMap((branch) => {
    if (!shown.includes(branch)) return [];
    const { blocks: kept } = shorten(fromTheAnswer(branch.blocks, worth), each - branch.label.length);
    return kept.length === 0 ? [] : [{ type: 'paragraph', inlines: [{ type: 'strong', text: branch.label }] } as const, ...kept];
  });
}
/** Branches inside, laid out under their labels. */
const withoutCases = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) =>
    block.type === 'cases' ? block.cases.flatMap(({ label, blocks: inside }) => [paragraph(label), ...withoutCases(inside)]) : [block],
  );
const SHORTEST_EXCERPT = 200;

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
