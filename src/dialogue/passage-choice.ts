import type { Article, Facet } from '../contract/index.js';
import { variablesOf } from './conditions.js';
import { contentStems, passagesOf, type Snapshot } from '../matching/index.js';

/** What of an article answers the question: its summary, or one section. */
export type Part = { type: 'summary' } | { type: 'section'; section: number };

/**
 * The part that answers. The facet asked for decides when the article has it; else, when the citizen has only told a fact, the section whose cases
 * depend on it; else the section whose words the question shares beyond the
 * article's subject (every section of « passeport » speaks of passports: only « empreintes » tells them apart); else the summary.
 *
 * « combien coûte le passeport » → cost; « faut-il des empreintes pour un passeport » → the section that speaks of them
 */
const SHARED_ENOUGH = 0.5;

/** Where to look for a facet that the article has no section for. */
const INSTEAD: Partial<Record<Facet, Facet>> = { contact: 'where', where: 'contact', online: 'steps', steps: 'online' };

export interface Asked {
  text: string;
  facet?: Facet;
  /** What the citizen has just said of oneself, and nothing else. */
  facts?: Readonly<Record<string, string>>;
}
export function partFor(snapshot: Snapshot, article: Article, asked: Asked): Part {
  const { facet, text } = asked;
  if (facet !== undefined && facet !== 'summary') {
    const section = [facet, INSTEAD[facet]]
      .map((wanted) => article.sections.findIndex((each) => wanted && each.facet === wanted))
      .find((at) => at >= 0);
    if (section !== undefined) return { type: 'section', section };
  }
  const told = Object.keys(asked.facts ?? {});
  const parts = passagesOf(article);
  const branch = parts.find(({ path }) => path.some((step) => variablesOf(step.if).some((variable) => told.includes(variable))));
  if (branch) return { type: 'section', section: branch.section };
  const subject = subjectOf(snapshot, article);
  const words = text === '' ? [] : [...contentStems(snapshot.engine.analyser.analyse(text))];
  const telling = words.filter((stem) => !subject.has(stem));
  if (telling.length === 0) return { type: 'summary' };
  let best = -1;
  let most = 0;
  const weights = telling.map((stem) => snapshot.engine.bm25.rarityOf(stem));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const place = snapshot.articles.placeOf(article.id);
  for (const [nth, { section }] of parts.entries()) {
    const shared = telling.reduce((sum, stem, i) => sum + (snapshot.passages.holds(place, nth, stem) ? weights[i]! : 0), 0) / total;
    if (shared > most) {
      most = shared;
      best = section;
    }
  }
  return most >= SHARED_ENOUGH ? { type: 'section', section: best } : { type: 'summary' };
}

/** The stems that every part of an article is about. */
const subjectOf = ({ engine }: Snapshot, { title, keywords, summary }: Article): Set<string> =>
  new Set(engine.analyser.read(`${title} ${keywords.join(' ')} ${summary}`).tokens.map(({ stem }) => stem));
