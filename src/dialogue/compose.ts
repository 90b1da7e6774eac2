import type { AnswerBody, Article, Block, Choice, Facet } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import { choiceId } from './choices.js';
import { heading, MOST_SIDE, showSection, showSummary, type Showing, type Shown } from './show-part.js';
import type { Texts } from './texts.js';

export { paragraph, type Showing } from './show-part.js';
export interface Composed {
  body: AnswerBody;
  /** The text of the article that is shown. */
  passages: string[];
  facet?: Facet;
}
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

/** An answer out of one article: the part that answers, its path of cases, cards, source, and what else can be asked; of two parts, each under its title. */
export function composeArticle(snapshot: Snapshot, showing: Showing, texts: Texts): Composed {
  const { article, also } = showing;
  const sides = (also ? [showing.part, also] : [showing.part]).map((part) => sideOf(snapshot, { ...showing, part }, texts));
  const { facet, title } = sides[0]!;
  const asking = sides.find(({ question }) => question.length > 0);
  const asks = asking ? asking.asks : sides.flatMap((side) => (also ? titled(side) : side.asks));
  const rest = asks.length > 0 ? [] : facetChoices(article, new Set(sides.map((side) => side.facet)), texts);
  const body: AnswerBody = {
    outcome: 'answered',
    blocks: [
      ...sides.flatMap((side) => (also ? [heading(side.title), ...side.blocks] : side.blocks)),
      ...(asking?.question ?? []),
      ...onlyOnce(sides.flatMap((side) => cardsFor(article, side.facet, side.all))),
    ],
    article: { id: article.id, title: article.title, ...(title && !also && { section: title }) },
    choices: [...asks, ...rest, { id: choiceId({ type: 'not', article: article.id }), label: texts.notMyQuestion }],
    sources: [article.source],
  };
  return { body, passages: sides.map(({ text }) => text), ...(facet && { facet }) };
}

interface Side extends Shown {
  title: string;
  facet?: Facet;
  /** All that its section holds. */
  all: readonly Block[];
}
function sideOf(snapshot: Snapshot, showing: Showing, texts: Texts): Side {
  const { article, part, also } = showing;
  const section = part.type === 'section' ? article.sections[part.section] : undefined;
  if (section === undefined || part.type !== 'section') return { ...showSummary(article), title: '', all: [] };
  const { title, facet, blocks: all } = section;
  return { ...showSection(snapshot, { ...showing, ...(also && { room: MOST_SIDE }) }, part, texts), title, all, ...(facet && { facet }) };
}

/** Two « Lire la suite » say of what. */
const titled = ({ asks, title }: Side): Choice[] => asks.map(({ id, label }) => ({ id, label: `${label} : ${title}` }));
const onlyOnce = (cards: readonly Block[]): Block[] => [...new Map(cards.map((card) => [JSON.stringify(card), card])).values()];

/** Online services and offices that belong to what is shown. */
function cardsFor(article: Article, facet: Facet | undefined, blocks: readonly Block[]): Block[] {
  const everywhere = article.sections.flatMap((section) => section.blocks);
  const services = SERVICE_FACETS.includes(facet) ? pick(everywhere, 'service', 2) : pick(blocks, 'service', 2);
  const contacts = CONTACT_FACETS.includes(facet) ? pick(everywhere, 'contact', 2) : pick(blocks, 'contact', 2);
  return [...services, ...contacts, ...pick(blocks, 'link', 2)];
}
const pick = (blocks: readonly Block[], type: Block['type'], most: number): Block[] =>
  blocks.filter((block) => block.type === type).slice(0, most);

function facetChoices(article: Article, shown: ReadonlySet<Facet | undefined>, texts: Texts): Choice[] {
  const present = new Set(article.sections.map(({ facet }) => facet));
  return FACET_ORDER.filter((facet) => !shown.has(facet) && present.has(facet))
    .slice(0, MOST_FACETS)
    .map((facet) => ({ id: choiceId({ type: 'facet', article: article.id, facet }), label: texts.facets[facet] }));
}
