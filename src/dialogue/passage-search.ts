import type { Article, Facet } from '../contract/index.js';
import type { Analysis } from '../language/index.js';
import { passagesOf, type Passage, type Snapshot } from '../matching/index.js';
import type { Look } from './answer-look.js';
import { mayHold } from './conditions.js';
import { readPassage, type Read } from './passage-read.js';
import { heldBy, holding, termsFor, type Term } from './question-terms.js';
import { asSeenBy } from './seen-by.js';
import { meaningOfQuestion, nearness } from './unit-meaning.js';
import { holdersIn, unitsOf, type Holders, type Unit } from './units.js';
import { WORTH } from './worth.js';

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
  /** How much of each word of the question each unit holds, as a share of the question: by word, then by unit. */
  shares: readonly (readonly number[])[];
}
/** Where to look for a facet that the article has no section for. */
const INSTEAD: Partial<Record<Facet, Facet>> = { contact: 'where', where: 'contact', online: 'steps', steps: 'online' };
/** How many passages are read unit by unit. */
const READ = 12;
/** A question as it was read, and what its answer looks like. */
export type Wanted = Omit<Asked, 'text' | 'analysis'> & { analysis: Analysis; look: Look | undefined };

/** The passages that promise most, each with what its units are worth, best first. */
export function searchPassages(snapshot: Snapshot, article: Article, asked: Wanted): Found[] {
  const passages = passagesOf(article);
  const search = searchFor(snapshot, article, asked);
  return passages
    .map((passage, nth) => ({ passage, nth, score: promise(passage, nth, search) }))
    .filter(({ passage }) => (asked.within ?? passage.facet) === passage.facet && mayHold(article, passage, asked.known ?? {}))
    .sort((a, b) => b.score - a.score)
    .slice(0, READ)
    .map(({ passage, nth }) => find(asSeenBy(passage, asked.known ?? {}), nth, search))
    .sort((a, b) => b.worths[b.best]! - a.worths[a.best]!);
}

interface Search {
  engine: Snapshot['engine'];
  terms: readonly Term[];
  total: number;
  /** All that the question says. */
  words: ReadonlySet<string>;
  /** What it means, see `unit-meaning`. */
  meaning: Int8Array;
  look: Look | undefined;
  facet: Facet | undefined;
}

function searchFor(snapshot: Snapshot, article: Article, { analysis, look, facet }: Wanted): Search {
  const { engine } = snapshot;
  const terms = termsFor(snapshot, article, passagesOf(article).length, analysis);
  return {
    engine,
    terms,
    total: Math.max(
      WORTH.least,
      terms.reduce((sum, { weight }) => sum + weight, 0),
    ),
    words: new Set(analysis.tokens.map(({ stem }) => stem)),
    meaning: meaningOfQuestion(engine, analysis, terms),
    look,
    // « combien de » something is taken for a question of cost often enough.
    facet: facet === 'summary' || (look?.counts && facet === 'cost') ? undefined : facet,
  };
}

/** What a passage promises before it is read. */
function promise(passage: Passage, nth: number, search: Search): number {
  const { terms, total, look, engine } = search;
  const read = readPassage(passage, engine.analyser);
  const share = terms.reduce((sum, { weight, held }) => sum + weight * held[nth]!, 0) / total;
  const looks = WORTH.look * WORTH.lookAhead * (look?.of(read.text) ?? 0);
  return share + looks + facetWorth(passage, search) - foreignness(read, search);
}

function facetWorth({ facet }: Passage, { facet: wanted, look }: Search): number {
  if (facet === undefined) return 0;
  if (facet === wanted) return WORTH.facet;
  if (wanted !== undefined && facet === INSTEAD[wanted]) return WORTH.insteadOfFacet;
  return look?.facets.includes(facet) === true ? WORTH.facetOfLook : 0;
}

/** What each unit of a passage is worth as the answer. */
function find(passage: Passage, nth: number, search: Search): Found {
  const { terms, total, look, engine } = search;
  const units = unitsOf(passage, engine.analyser);
  const read = readPassage(passage, engine.analyser);
  const near = nearness(passage, search.meaning, engine);
  const base = facetWorth(passage, search) - foreignness(read, search) - WORTH.later * Math.min(1, nth / FAR);
  const holders = holdersIn(passage, engine.analyser);
  const shares = terms.map((term) => {
    const anywhere = Math.max(WORTH.title * holding(term, read.title), WORTH.around * term.held[nth]!);
    return sharesOf(term, units, holders, anywhere, total);
  });
  const worths = units.map((unit, at): number => {
    let worth = base + WORTH.near * near[at]! - WORTH.down * Math.min(1, at / DEEP) - unit.long * WORTH.long;
    for (const share of shares) worth += share[at]!;
    if (look !== undefined) worth += WORTH.look * look.of(unit.plain);
    return worth - (unit.card ? WORTH.card : 0) - (unit.depends ? WORTH.depends : 0);
  });
  let best = 0;
  worths.forEach((worth, at) => worth > worths[best]! && (best = at));
  return { passage, best, worths, shares };
}
/** From this passage of an article, and this unit of a passage, on it is late. */
const FAR = 20;
const DEEP = 10;

/**
 * How much of one word each unit holds: itself, by what introduces it, its title, its neighbours, its passage. As a share of what all words of the
 * question weigh.
 */
function sharesOf(term: Term, units: readonly Unit[], { words, heads }: Holders, anywhere: number, total: number): number[] {
  const weight = term.weight / total;
  const says = [term.stem, ...term.concepts];
  if (!says.some((word) => words.has(word) || heads.has(word))) return units.map(() => weight * anywhere);
  const own = heldBy(term, (word) => words.get(word) ?? NOBODY, units.length);
  const head = heldBy(term, (word) => heads.get(word) ?? NOBODY, units.length);
  return units.map(({ lead }, at) => {
    const above = lead === undefined ? undefined : units[lead]!.lead;
    const leads = lead === undefined ? 0 : Math.max(own[lead]!, above === undefined ? 0 : own[above]!);
    const beside = Math.max(own[at - 1] ?? 0, own[at + 1] ?? 0);
    return weight * Math.max(WORTH.own * own[at]!, WORTH.head * head[at]!, WORTH.lead * leads, WORTH.beside * beside, anywhere);
  });
}
const NOBODY: readonly number[] = [];

/** A branch for people that the question does not name. */
function foreignness({ cases }: Read, { words }: Search): number {
  const strange = cases.filter((labelled) => ![...labelled].some((word) => words.has(word))).length;
  return WORTH.foreign * Math.min(2, strange);
}
