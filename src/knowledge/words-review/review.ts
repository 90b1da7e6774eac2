import { alikePairs, type Alike } from '../alike.js';
import type { ReadContent } from '../read-content.js';
import { fichesIn, type Fiche } from './fiches.js';
import { grouped } from './grouped.js';
import { openingsOf, templateOf, type Opening } from './openings.js';
import { analyserFor, readLines, type Line } from './read-lines.js';
import { STYLES, type Style } from './style.js';
import { besideTitle } from './title.js';

/** Lines of two fiches: read on the pack, those above lead a citizen to either; below, a common word tells them apart (« fonctionnaire »). */
const TOO_ALIKE = 0.93;
/** Lines of one fiche: below, a word more makes another line of it. */
const REPEATED = 0.95;

export type Pair = Alike<Line>;
export interface FicheReview {
  fiche: Fiche;
  lines: Line[];
  /** Lines of each style. */
  styles: Record<Style, number>;
  /** Where the title is known. `share` of the content words that stand in it, 0 to 1; `synonyms`: lines that share no word with it. */
  title?: { share: number; synonyms: number };
  /** Pairs of lines that say the same in the same style. */
  repeats: Pair[];
  /** Lines that another fiche of the collection says as well; `one` is of this fiche. */
  overlaps: Pair[];
  template?: Opening;
}
export interface Review {
  fiches: FicheReview[];
  /** Each pair once, `one` being the later line. */
  overlaps: Pair[];
  /** Beginnings that too many lines of a collection share. */
  openings: Opening[];
}

/**
 * Looks over what is said for articles: what is said twice, what only repeats a title, which ways to say it are missing, what was made from a
 * template. Pure. About 5 s for 29,000 lines, most of it the analyser's repair of misspelt words.
 */
export function reviewWords(read: ReadContent, titles?: ReadonlyMap<string, string>): Review {
  const fiches = fichesIn(read, titles);
  const analyser = analyserFor(read, fiches);
  const lines = readLines(fiches, analyser).filter(({ key }) => key !== '');
  const repeats: Pair[] = [];
  const overlaps: Pair[] = [];
  for (const pair of alikePairs(lines, TOO_ALIKE, mayRepeat))
    if (pair.one.fiche !== pair.other.fiche) overlaps.push(pair);
    else if (pair.score >= REPEATED) repeats.push(pair);
  const linesOf = grouped(lines, ({ fiche }) => fiche);
  const repeatsOf = grouped(repeats, ({ one }) => one.fiche);
  const turned = overlaps.map(({ score, one, other }) => ({ score, one: other, other: one }));
  const overlapsOf = grouped([...overlaps, ...turned], ({ one }) => one.fiche);
  return {
    fiches: fiches.map((fiche) => {
      const own = linesOf.get(fiche) ?? [];
      const title = besideTitle(fiche, own, analyser);
      const template = templateOf(own);
      return {
        fiche,
        lines: own,
        styles: stylesOf(own),
        ...(title && { title }),
        ...(template && { template }),
        repeats: repeatsOf.get(fiche) ?? [],
        overlaps: overlapsOf.get(fiche) ?? [],
      };
    }),
    overlaps,
    openings: [...grouped(lines, ({ fiche }) => fiche.collection).values()].flatMap(openingsOf),
  };
}

/** One thing in two styles is what a fiche should hold; in two fiches it leads astray. */
const mayRepeat = (one: Line, other: Line): boolean =>
  one.fiche === other.fiche ? one.style === other.style || one.key === other.key : one.fiche.collection === other.fiche.collection;

function stylesOf(lines: readonly Line[]): Record<Style, number> {
  const counts = Object.fromEntries(STYLES.map((style) => [style, 0])) as Record<Style, number>;
  for (const { style } of lines) counts[style]++;
  return counts;
}
