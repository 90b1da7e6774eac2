import type { Article, Facet } from '../contract/index.js';
import type { Analysis } from '../language/index.js';
import { passagesOf, type Snapshot } from '../matching/index.js';
import { lookOfAnswer } from './answer-look.js';
import { variablesOf } from './conditions.js';
import { searchPassages, type Asked, type Found } from './passage-search.js';
import { unitsOf, wordsIn } from './units.js';
import { WORTH } from './worth.js';

/** What of an article answers the question: its summary, or one section; `found` where in it, and where else, best first. */
export type Part = { type: 'summary' } | { type: 'section'; section: number; at?: readonly number[]; found?: readonly Found[] };

/** How many excerpts are shown at most. */
const MOST_FOUND = 3;

/**
 * The part that answers. When the citizen has only told a fact, the section whose cases depend on it; else the sentence, item or row that
 * shares most of the question's telling words (with what introduces it, its titles and its neighbours), that looks like an answer to
 * it and stands in a section about the facet asked for; else the summary.
 *
 * « combien coûte le passeport » → cost; « faut-il des empreintes pour un passeport » → the section that speaks of them
 */
export function partFor(snapshot: Snapshot, article: Article, asked: Asked): Part {
  const passages = passagesOf(article);
  const told = Object.keys(asked.facts ?? {});
  if (asked.facet === undefined || asked.facet === 'summary') {
    const branch = passages.find(({ path }) => path.some((step) => variablesOf(step.if).some((variable) => told.includes(variable))));
    if (branch) return { type: 'section', section: branch.section };
  }
  const analysis = asked.analysis ?? snapshot.engine.analyser.analyse(asked.text);
  const look = lookOfAnswer(asked.text, asked.facet);
  const found = searchPassages(snapshot, article, { ...asked, analysis, look });
  const [first] = found;
  if (first === undefined || !answers(first, asked.facet)) return { type: 'summary' };
  if (look === undefined && (asked.facet ?? 'summary') === 'summary' && onlyTheSubject(snapshot, article, analysis, first))
    return { type: 'summary' };
  const least = first.worths[first.best]! * WORTH.asGood;
  // Nothing but the facet speaks for it: its section from the beginning, where its cases are asked about.
  if (first.worths[first.best]! < WORTH.enough) return { type: 'section', section: first.passage.section };
  const chosen = choose(found, least, (one) => unitsOf(one.passage, snapshot.engine.analyser)[one.best]!.plain);
  const { section, at } = first.passage;
  const alone = at.length > 0 && !chosen.some(({ passage }) => passage !== first.passage && passage.section === section);
  return { type: 'section', section, ...(alone && { at }), found: chosen };
}

/**
 * « Comment me débarrasser de mes encombrants ? » names a subject and asks for nothing of it: the sentence found holds no word of the question
 * that the article's head does not hold, so the head, written to answer just this, is the better answer.
 */
function onlyTheSubject({ engine }: Snapshot, article: Article, analysis: Analysis, { passage, best }: Found): boolean {
  const head = heads.get(article) ?? wordsIn(engine.analyser.read([article.title, ...article.keywords].join('\n')));
  heads.set(article, head);
  const { words } = unitsOf(passage, engine.analyser)[best]!;
  return [...wordsIn(analysis)].every((term) => !words.has(term) || head.has(term));
}
/** The words of an article's head; an article belongs to one snapshot. */
const heads = new WeakMap<Article, ReadonlySet<string>>();

/** A section about the facet asked for answers whatever its words: « Comptez plusieurs semaines » to « quel délai ». */
const answers = ({ worths, best, passage }: Found, facet: Facet | undefined): boolean =>
  worths[best]! >= WORTH.enough || (passage.facet !== undefined && passage.facet === facet);

/** The best, then those that say what the others do not: a question asks two things often enough. */
function choose([first, ...others]: readonly Found[], least: number, textOf: (one: Found) => string): Found[] {
  const chosen = [first!];
  const said = new Set([textOf(first!)]);
  const covered = first!.shares.map((share) => share[first!.best]!);
  const worthOf = ({ worths, best, shares }: Found) =>
    worths[best]! + WORTH.uncovered * shares.reduce((sum, share, term) => sum + Math.max(0, share[best]! - covered[term]!), 0);
  let left = others;
  while (left.length > 0 && chosen.length < MOST_FOUND) {
    left = left.filter((one) => !said.has(textOf(one)) && worthOf(one) >= least);
    let next = left[0];
    for (const one of left) if (worthOf(one) > worthOf(next!)) next = one;
    if (next === undefined) break;
    chosen.push(next);
    said.add(textOf(next));
    for (const [term, share] of next.shares.entries()) covered[term] = Math.max(covered[term]!, share[next.best]!);
  }
  return chosen;
}
