/**
 * One spelling for what people type: the form that every later step reads.
 *
 * Compatibility composition (NFKC) first, so that "ﬁ", full-width letters and decomposed accents become the usual ones; then
 * lower case, one apostrophe, one hyphen, ligatures opened, and what cannot be seen removed (zero-width, bidirectional
 * overrides, tag characters, stray combining marks: used to hide words from filters). Accents stay: the stemmer needs them,
 * `fold` drops them after it. Linear in the length of the text.
 *
 * « J’ai perdu ma CARTE  d´identité » → « j'ai perdu ma carte d'identité »
 */
const INVISIBLE = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;

export function normalise(text: string): string {
  return text
    .replace(/[‘’‛ʼ`´′]/g, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Without accents: « déménagé » → « demenage ». Done after stemming, since the stemmer tells « né » from « ne ». */
export const fold = (word: string): string => (ACCENTED.test(word) ? word.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : word);
const ACCENTED = /[^ -~]/;
