import { grouped } from './grouped.js';
import type { Line } from './read-lines.js';

/** Lines that begin alike. */
export interface Opening {
  words: string;
  lines: Line[];
  /** Of the lines it was looked for in, 0 to 1. */
  share: number;
}

/** A fiche that begins three lines and three in ten of them alike was filled from a template. */
const IN_FICHE = { lines: 3, share: 0.3 };
/** A collection of thousands of lines begins each of them as people do: its commonest beginning is « how do I » with 0.3 %. */
const IN_COLLECTION = { lines: 20, share: 0.01 };

/** The beginning that too many lines of a fiche share. */
export const templateOf = (lines: readonly Line[]): Opening | undefined => shared(lines, IN_FICHE)[0];

/** Beginnings that too many lines of a collection share, the commonest first. */
export const openingsOf = (lines: readonly Line[]): Opening[] => shared(lines, IN_COLLECTION);

function shared(lines: readonly Line[], most: { lines: number; share: number }): Opening[] {
  return [...grouped(lines, ({ opening }) => opening)]
    .flatMap(([words, own]) => (words === undefined ? [] : [{ words, lines: own, share: own.length / lines.length }]))
    .filter(({ lines: own, share }) => own.length >= most.lines && share >= most.share)
    .sort((a, b) => b.lines.length - a.lines.length || (a.words < b.words ? -1 : 1));
}
