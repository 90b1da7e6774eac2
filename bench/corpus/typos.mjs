/** Questions as they come when somebody hurries: the same seed gives the same slips. */

/** Neighbours on an AZERTY keyboard. */
const ROWS = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
/** Words shorter than this stay: a slip in « un » makes another word. */
const SHORTEST = 4;
const EVERY = 8;

const unaccented = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
/** mulberry32: numbers from 0 to 1 that look random and are always the same. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of every eight words, over all the questions, one that is long enough gets a slip. */
export function withTypos(questions, seed) {
  const next = chance(seed);
  const pieces = questions.map((question) => question.split(/([\p{L}\p{M}\p{N}]+)/u));
  const words = pieces.flatMap((parts, at) => parts.flatMap((_, part) => (part % 2 === 1 ? [{ at, part }] : [])));
  for (let from = 0; from < words.length; from += EVERY) {
    const fit = words
      .slice(from, from + EVERY)
      .filter(({ at, part }) => pieces[at][part].length >= SHORTEST && !/\d/.test(pieces[at][part]));
    // The last few words are an eighth of a slip each.
    if (fit.length === 0 || next() > (words.length - from) / EVERY) continue;
    const { at, part } = fit[Math.floor(next() * fit.length)];
    pieces[at][part] = slip(pieces[at][part], next);
  }
  return pieces.map((parts) => parts.join(''));
}

/** Two letters swapped, one left out, one doubled, or its neighbour's key hit. */
function slip(word, next) {
  const letters = [...word];
  const at = Math.floor(next() * (letters.length - 1));
  switch (Math.floor(next() * 4)) {
    case 0:
      [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
      break;
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      letters.splice(at, 0, letters[at]);
      break;
    default:
      letters[at] = neighbour(unaccented(letters[at]).toLowerCase(), next);
  }
  return letters.join('');
}
function neighbour(letter, next) {
  const row = ROWS.find((keys) => keys.includes(letter));
  if (row === undefined) return letter;
  const at = row.indexOf(letter);
  const near = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return near[Math.floor(next() * near.length)];
}

/** @returns {{ name: string, most: number, of: (questions: string[]) => string[] }[]} what is lost at most of R@1 */
export const WAYS = [
  { name: 'accents left out', most: 0.01, of: (questions) => questions.map(unaccented) },
  { name: 'all in capitals', most: 0.01, of: (questions) => questions.map((question) => question.toUpperCase()) },
  { name: 'capitals without accents', most: 0.01, of: (questions) => questions.map((question) => unaccented(question).toUpperCase()) },
  ...[1, 2, 3].map((seed) => ({ name: `a typo in 8 words, seed ${seed}`, most: 0.05, of: (questions) => withTypos(questions, seed) })),
];
