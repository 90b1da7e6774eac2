/**
 * A normalised text cut into words.
 *
 * A word is a run of letters and digits. Elided words are cut off (« l'acte » → l, acte; « jusqu'à » → jusqu, à) but words that
 * merely hold an apostrophe stay whole (aujourd'hui, prud'hommes). Hyphens separate, as people write « rendez vous » and
 * « rendez-vous » alike. Digits glued to a unit are freed (« 8ans » → 8, ans), short codes are not (« c2s », « b1 »).
 * Words are cut at 40 characters: no French word is longer, and a wall of letters must not cost more. Linear.
 *
 * « j'peux faire l'passeport de mon fils d'8ans » → j peux faire l passeport de mon fils d 8 ans
 */
const RUN = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
const ELIDED = new Set([
  'l',
  'd',
  'j',
  'm',
  't',
  's',
  'n',
  'c',
  'y',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
  'quelqu',
  'presqu',
  'entr',
  'k',
  'p',
  'v',
]);
const LONGEST = 40;
const GLUED = /^(\d{1,4})(ans?|mois|jours?|euros?|eur|semaines?|heures?|km|h)$/;
/** By its first character: nearly all words are told by it to be no number, at a tenth of the cost of a pattern. */
const isDigit = (word: string): boolean => (word.charCodeAt(0) - 48) >>> 0 < 10;

/** A word, and whether an apostrophe cut it off the next one: the « c » of « c'est » is no short form of « c'est ». */
export interface Cut {
  word: string;
  elided: boolean;
}
export function cutWords(normalised: string): Cut[] {
  const words: Cut[] = [];
  const add = (word: string, elided = false) => words.push({ word, elided });
  for (const [run] of normalised.matchAll(RUN)) {
    let rest = run;
    for (let at = rest.indexOf("'"); at > 0; at = rest.indexOf("'")) {
      if (!ELIDED.has(rest.slice(0, at))) break;
      add(rest.slice(0, at), true);
      rest = rest.slice(at + 1);
    }
    const word = (rest.includes("'") ? rest.replaceAll("'", '') : rest).slice(0, LONGEST);
    const glued = isDigit(word) ? GLUED.exec(word) : undefined;
    if (glued) {
      add(glued[1]!);
      add(glued[2]!);
    } else if (word) add(word);
  }
  return words;
}
export const wordsOf = (normalised: string): string[] => cutWords(normalised).map(({ word }) => word);
