import type { Article, Facet } from '../contract/index.js';
import { judge, variablesOf } from './conditions.js';
import { contentStems, passagesOf, textOfBlocks, type Passage, type Snapshot } from '../matching/index.js';

/**
 * What of an article answers the question: its summary, or one section; `at` where one branch of its cases alone answers; `words` are the
 * stems that a long text is cut around.
 */
export type Part = { type: 'summary' } | { type: 'section'; section: number; at?: readonly number[]; words?: ReadonlySet<string> };

export interface Asked {
  text: string;
  facet?: Facet;
  /** What the citizen has just said of oneself, and nothing else. */
  facts?: Readonly<Record<string, string>>;
  /** What is known of the citizen: a branch of other people's cannot answer. */
  known?: Readonly<Record<string, string>>;
}

/** Where to look for a facet that the article has no section for. */
const INSTEAD: Partial<Record<Facet, Facet>> = { contact: 'where', where: 'contact', online: 'steps', steps: 'online' };
/** What an answer to a facet looks like, wherever it stands. */
const LOOKS: Partial<Record<Facet, RegExp>> = {
  cost: /€|\beuros?\b|\bgratuit/iu,
  delay: /\d+ (?:jours?|semaines?|mois|ans?|heures?)\b/iu,
  validity: /\d+ (?:mois|ans?)\b/iu,
};
/** A passage answers from this much on; one word of two that tell it apart, or the facet. */
const ENOUGH = 0.5;
const FACET = 0.6;
const INSTEAD_OF_FACET = 0.5;
const LOOKS_LIKE_IT = 0.25;
/** Branches this close to the best one may answer as well: then the case is asked about. */
const AS_GOOD = 0.85;

/**
 * The part that answers. When the citizen has only told a fact, the section whose cases depend on it; else the passage that shares most of the
 * question's words beyond the article's subject (every section of « passeport » speaks of passports: only « empreintes » tells them
 * apart), that is about the facet asked for, and that looks like an answer to it; else the summary.
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
  const words = tellingWords(snapshot, article, asked.text);
  const place = snapshot.articles.placeOf(article.id);
  const scored = passages
    .map((passage, nth) => ({ passage, score: scoreOf(passage, asked) + words.share((stem) => snapshot.passages.holds(place, nth, stem)) }))
    .filter(({ passage }) => passage.path.every((step) => judge(step.if, asked.known ?? {}) !== 'false'));
  let best = scored[0];
  for (const one of scored) if (one.score > best!.score) best = one;
  if (!best || best.score < ENOUGH) return { type: 'summary' };
  const { passage, score } = best;
  const part = { type: 'section', section: passage.section, ...(words.stems.size > 0 && { words: words.stems }) } as const;
  if (passage.at.length === 0) return part;
  const rivals = scored.filter((one) => one.passage.section === passage.section && one.passage !== passage && one.score >= score * AS_GOOD);
  return rivals.length > 0 ? { type: 'section', section: passage.section } : { ...part, at: passage.at };
}

function scoreOf({ facet, title, path, blocks }: Passage, asked: Asked): number {
  const wanted = asked.facet;
  if (wanted === undefined || wanted === 'summary') return 0;
  const about = facet === wanted ? FACET : facet !== undefined && facet === INSTEAD[wanted] ? INSTEAD_OF_FACET : 0;
  const looks = LOOKS[wanted]?.test(`${title} ${path.map(({ label }) => label).join(' ')} ${textOfBlocks(blocks)}`) ? LOOKS_LIKE_IT : 0;
  return about + looks;
}

/** The words of a question that tell the parts of an article apart: those beyond its subject, the rarer the more telling. */
function tellingWords(snapshot: Snapshot, article: Article, text: string) {
  const { analyser, bm25 } = snapshot.engine;
  const subject = new Set(
    analyser.read(`${article.title} ${article.keywords.join(' ')} ${article.summary}`).tokens.map(({ stem }) => stem),
  );
  const stems = text === '' ? [] : [...contentStems(analyser.analyse(text))].filter((stem) => !subject.has(stem));
  const weights = stems.map((stem) => bm25.rarityOf(stem));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    stems: new Set(stems),
    share: (holds: (stem: string) => boolean) =>
      total === 0 ? 0 : stems.reduce((sum, stem, i) => sum + (holds(stem) ? weights[i]! : 0), 0) / total,
  };
}
