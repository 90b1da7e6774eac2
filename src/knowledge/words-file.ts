import { rowBytes, type LearnedWords } from '../matching/word-vectors.js';
import type { Problems } from './problems.js';

/** A word vector as a line of `intents/words.fr.tsv`: the term, a tab, its row. Written by `guichet learn-words`, not by hand. */
export interface WordRow {
  term: string;
  row: string;
}
const LINE = /^([^\t\s]+)\t([A-Za-z0-9+/]+={0,2})$/;
const FEWEST_BYTES = rowBytes(1);

/** Rows of other lengths than the first cannot be compared with it: reported and left out. */
export function readWords(text: string, problems: Problems): { value: WordRow; line: number }[] {
  const read: { value: WordRow; line: number }[] = [];
  text.split('\n').forEach((raw, at) => {
    if (raw === '' || raw.startsWith('#')) return;
    const [, term, row] = LINE.exec(raw) ?? [];
    const first = read[0]?.value.row.length ?? row?.length;
    if (term === undefined || row === undefined || row.length !== first || Buffer.from(row, 'base64').length < FEWEST_BYTES)
      problems.error('words', "cette ligne n'est pas un mot et son vecteur ; refaites le fichier par « guichet learn-words »", at + 1);
    else read.push({ value: { term, row }, line: at + 1 });
  });
  return read;
}

export function learnedWords(rows: readonly WordRow[]): LearnedWords | undefined {
  if (rows.length === 0) return undefined;
  return {
    dimensions: Buffer.from(rows[0]!.row, 'base64').length - rowBytes(0),
    rows: Object.fromEntries(rows.map(({ term, row }) => [term, row])),
  };
}

export const wordsText = ({ rows }: LearnedWords): string =>
  ['# What words lead to, learned by `guichet learn-words`; do not edit by hand.']
    .concat(
      Object.keys(rows)
        .sort()
        .map((term) => `${term}\t${rows[term]}`),
    )
    .join('\n') + '\n';
