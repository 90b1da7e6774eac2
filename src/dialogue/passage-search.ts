import type { Article, Facet } from '../contract/index.js';
import type { Analyser, Analysis } from '../language/index.js';
import { passagesOf, textOfBlocks, type Passage, type Snapshot } from '../matching/index.js';
import { lookOfAnswer, type Look } from './answer-look.js';
import { forPerson, mayHold } from './conditions.js';
import { readPassage, type Read } from './passage-read.js';
import { holding, termsFor, type Term } from './question-terms.js';
import { unitsOf, type Unit } from './units.js';

export interface Asked {
  text: string;
  /** The text as it was read already. */
  analysis?: Analysis;
  facet?: Facet;
  /** What the citizen has just said of oneself, and nothing else. */
  facts?: Readonly<Record<string, string>>;
  /** Look nowhere but in the sections about this. */
  within?: Facet;
  /** What is known of the citizen: a branch of other people's cannot answer. */
  known?: Readonly<Record<string, string>>;
}

/** Where an answer stands: a passage, and what each of its units is worth as the answer. */
export interface Found {
  passage: Passage;
  best: number;
  worths: readonly number[];
  /** How much of each word of the question the best unit holds, as a share of the question. */
  held: readonly number[];
}
/** Where to look for a facet that the article has no section for. */
const INSTEAD: Partial<Record<Facet, Facet>> = { contact: 'where', where: 'contact', online: 'steps', steps: 'online' };
/** How many passages are read unit by unit. */
const READ = 12;
/** Weights beside the share of the question's words, which is at most 1. `node bench/answers/passages.mjs` */
export const WORTH = {
  own: 1,
  lead: 0.55,
  head: 0.7,
  title: 0.65,
  beside: 0.2,
  around: 0.2,
  look: 0.9,
  facet: 0.125,
  insteadOfFacet: 0.2,
  facetOfLook: 0.1,
  foreign: 0.12,
  depends: 0.15,
  later: 0.09,
  card: 0.25,
  long: 0.1,
  least: 0.5,
  lookAhead: 0.7,
  enough: 0.3,
  asGood: 0.6,
  uncovered: 0.6,
};

/** The passages that promise most, each with what its units are worth, best first. */
export function searchPassages(snapshot: Snapshot, article: Article, asked: Asked): Found[] {
  const passages = passagesOf(article);
  const analysis = asked.analysis ?? snapshot.engine.analyser.analyse(asked.text);
  const search: Search = {
    analyser: snapshot.engine.analyser,
    terms: termsFor(snapshot, article, passages.length, analysis),
    words: new Set(analysis.tokens.map(({ stem }) => stem)),
    look: lookOfAnswer(asked.text, asked.facet),
    facet: asked.facet === 'summary' ? undefined : asked.facet,
    total: 0,
  };
  search.total = Math.max(
    WORTH.least,
    search.terms.reduce((sum, { weight }) => sum + weight, 0),
  );
  return passages
    .map((passage, nth) => ({ passage, nth, score: promise(passage, nth, search) }))
    .filter(({ passage }) => (asked.within ?? passage.facet) === passage.facet && mayHold(article, passage, asked.known ?? {}))
    .sort((a, b) => b.score - a.score)
    .slice(0, READ)
    .map(({ passage, nth }) => find(asSeenBy(passage, asked.known ?? {}), nth, search))
    .sort((a, b) => b.worths[b.best]! - a.worths[a.best]!);
}

/** Without what holds for other people only; the passage itself, whose reading is remembered, where that is all of it. */
function asSeenBy(passage: Passage, facts: Readonly<Record<string, string>>): Passage {
  if (Object.keys(facts).length === 0) return passage;
  const blocks = forPerson(passage.blocks, facts);
  return textOfBlocks(blocks) === textOfBlocks(passage.blocks) ? passage : { ...passage, blocks };
}

interface Search {
  analyser: Analyser;
  terms: readonly Term[];
  total: number;
  /** All that the question says. */
  words: ReadonlySet<string>;
  look: Look | undefined;
  facet: Facet | undefined;
}

/** What a passage promises before it is read. */
function promise(passage: Passage, nth: number, search: Search): number {
  const { terms, total, look, analyser } = search;
  const share = terms.reduce((sum, { weight, held }) => sum + weight * held[nth]!, 0) / total;
  return share + facetWorth(passage, search) + WORTH.look * WORTH.lookAhead * (look?.of(readPassage(passage, analyser).text) ?? 0);
}

function facetWorth({ facet }: Passage, { facet: wanted, look }: Search): number {
  if (facet === undefined) return 0;
  if (facet === wanted) return WORTH.facet;
  if (wanted !== undefined && facet === INSTEAD[wanted]) return WORTH.insteadOfFacet;
  return look?.facets.includes(facet) === true ? WORTH.facetOfLook : 0;
}

/** What each unit of a passage is worth as the answer. */
function find(passage: Passage, nth: number, search: Search): Found {
  const { terms, total, look, analyser } = search;
  const units = unitsOf(passage, analyser);
  const read = readPassage(passage, analyser);
  const base = facetWorth(passage, search) - foreignness(read, search) - WORTH.later * Math.min(1, nth / FAR);
  const shares = terms.map((term) => sharesOf(term, units, WORTH.title * holding(term, read.title), WORTH.around * term.held[nth]!));
  const worths = units.map((unit, at): number => {
    let share = 0;
    for (let term = 0; term < terms.length; term++) share += terms[term]!.weight * shares[term]![at]!;
    const looks = look === undefined ? 0 : WORTH.look * look.of(unit.plain);
    return base + share / total + looks - unit.long * WORTH.long - (unit.card ? WORTH.card : 0) - (unit.depends ? WORTH.depends : 0);
  });
  let best = 0;
  worths.forEach((worth, at) => worth > worths[best]! && (best = at));
  return { passage, best, worths, held: shares.map((share, term) => (terms[term]!.weight * share[best]!) / total) };
}
const FAR = 20;

/** How much of one word each unit holds: itself, by what introduces it, its title, its neighbours, its passage. */
function sharesOf(term: Term, units: readonly Unit[], title: number, around: number): Float64Array {
  const own = units.map(({ words }) => holding(term, words));
  const by = (at: number | undefined) => (at === undefined ? 0 : (own[at] ?? 0));
  return Float64Array.from(units, ({ lead, head }, at) => {
    const leads = lead === undefined ? 0 : Math.max(by(lead), by(units[lead]!.lead));
    return Math.max(
      WORTH.own * own[at]!,
      head.size === 0 ? 0 : WORTH.head * holding(term, head),
      WORTH.lead * leads,
      WORTH.beside * Math.max(by(at - 1), by(at + 1)),
      title,
      around,
    );
  });
}

/** A branch for people that the question does not name. */
function foreignness({ cases }: Read, { words }: Search): number {
  const strange = cases.filter((labelled) => ![...labelled].some((word) => words.has(word))).length;
  return WORTH.foreign * Math.min(2, strange);
}
