import type { Article, Facet } from '../contract/index.js';
import type { Analysis } from '../language/index.js';
import type { Snapshot } from '../matching/index.js';
import { asks, cutsOf } from './joints.js';
import { ownStems } from './own-words.js';
import { partFor, type Part } from './passage-choice.js';
import type { Asked } from './passage-search.js';

/** What is answered out of one place. Who may and whether one must is answered anywhere in an article. */
const ASIDE: ReadonlySet<Facet> = new Set(['summary', 'eligibility', 'appeal']);

/** The parts that answer: one, or two when two sides of the article are asked for and it has a section for each. */
export function partsFor(snapshot: Snapshot, article: Article, asked: Asked): { part: Part; also?: Part } {
  const sides = sidesIn(snapshot, article, asked);
  const [part, also] = (sides ?? []).map((side) => {
    const found = partFor(snapshot, article, { ...side, within: side.facet, known: asked.known ?? {} });
    return found.type === 'section' && found.found ? { ...found, found: found.found.slice(0, 1) } : found;
  });
  if (part?.type !== 'section' || also?.type !== 'section') return { part: partFor(snapshot, article, asked) };
  return { part, also };
}

interface Side {
  text: string;
  analysis: Analysis;
  facet: Facet;
}
/**
 * « combien coûte un passeport et en combien de temps je l'ai ? » → cost, delay. Both halves ask, rather than tell a story in which « périmé » or « payé »
 * stands, and one says nothing besides, but perhaps the article's subject: what else it speaks of may be answered in any section.
 */
function sidesIn(snapshot: Snapshot, article: Article, { text, analysis }: Asked): [Side, Side] | undefined {
  const { cues, engine } = snapshot;
  if (analysis !== undefined && cues.facetsOf(analysis).length < 2) return undefined;
  const subject = new Set(engine.analyser.read(article.title).tokens.map(({ stem }) => stem));
  const sideOf = (half: string): (Side & { own: string[] }) | undefined => {
    const read = engine.analyser.analyse(half);
    const facet = cues.facetsOf(read).find((each) => !ASIDE.has(each.facet))?.facet;
    if (facet === undefined || !article.sections.some((section) => section.facet === facet)) return undefined;
    const own = ownStems(snapshot, read);
    if (own.length > 0 && !asks(half)) return undefined;
    return { text: half, analysis: read, facet, own };
  };
  for (const { halves, linked } of cutsOf(text)) {
    const [one, other] = halves.map(sideOf);
    if (!one || !other || one.facet === other.facet) continue;
    if ([one, other].some(({ own }) => own.length === 0 || (linked && own.every((stem) => subject.has(stem))))) return [one, other];
  }
  return undefined;
}
