import { ENGLISH_FUNCTION_WORDS, FRENCH_FUNCTION_WORDS } from './function-words.js';

/**
 * French or English, by the words that only one of them uses. French unless shown otherwise: a French town's citizen who types three
 * words is not answered in English by accident.
 *
 * English needs two words that are English only and more of them than French ones; or, in a message of up to four words, one such word (or a
 * lexicon form of several words that is English only) and no French one. « on », « or », « car », « me », « a » belong to both and count for neither.
 *
 * « how do I renew my passport » → en; « passport » → fr; « birth certificate » → en (a form of the lexicon)
 */
const onlyEnglish = (word: string) =>
  ENGLISH_FUNCTION_WORDS.has(word) && !FRENCH_FUNCTION_WORDS.has(word) && word !== 'or' && word !== 'on';
const onlyFrench = (word: string) => FRENCH_FUNCTION_WORDS.has(word) && !ENGLISH_FUNCTION_WORDS.has(word);

export function languageOf(words: readonly string[], englishForms: number, isKnownFrench: (word: string) => boolean): 'fr' | 'en' {
  let english = englishForms;
  let french = 0;
  for (const word of words) {
    if (onlyEnglish(word)) english++;
    else if (onlyFrench(word) && word !== 'a' && word.length > 1) french++;
  }
  if (words.length <= 4) {
    const strange = words.some((word) => !ENGLISH_FUNCTION_WORDS.has(word) && isKnownFrench(word));
    return english >= 1 && french === 0 && (!strange || english > 1 || englishForms > 0) ? 'en' : 'fr';
  }
  return english >= 2 && english > french ? 'en' : 'fr';
}
