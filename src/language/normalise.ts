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
/** What is already as it shall be, but for capitals: most texts, told in one look. */
const PLAIN = /^(?! )(?:[a-zA-Z0-9àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ'",.;:!?()«»€/%+-]| (?! |$))*$/;
/** Nearly all that people type: characters that composition leaves as they are and that can be seen. */
const USUAL = /^[ -~àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’«»€–—]*$/;

export function normalise(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const apostrophes = text.replace(/[‘’‛ʼ`´′]/g, "'");
  return (USUAL.test(text) ? apostrophes : seen(apostrophes))
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\s+/gu, ' ')
    .trim();
}
const seen = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{M}+/gu, '');

/** Without accents: « déménagé » → « demenage ». Done after stemming, since the stemmer tells « né » from « ne ». */
export const fold = (word: string): string => (ACCENTED.test(word) ? word.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : word);
const ACCENTED = /[^ -~]/;
