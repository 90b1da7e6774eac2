import { fold, isFunctionWord, stemOf, type Analysis, type Token } from '../../language/index.js';
import { ENGLISH_FUNCTION_WORDS, FRENCH_FUNCTION_WORDS } from '../../language/function-words.js';
import { soundOf } from '../../language/sound.js';

/** How a line is said. Guessed: the first rule that fits, in this order. */
export const STYLES = ['english', 'misspelt', 'situation', 'formal', 'spoken', 'keywords', 'plain'] as const;
export type Style = (typeof STYLES)[number];

/** From so many words on, or from two sentences on, a line in the first person tells a situation. */
const LONG = 14;
/** What one types into a search box has no more words. */
const SHORT = 6;
/** Signs of a phone or of a slip that make a line misspelt. */
const SIGNS = 2;

const anyOf = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');
const FIRST_PERSON = anyOf("je|j'|mon|ma|mes|me|m'|moi|nous|notre|nos");
const PERSON = anyOf("je|j'|tu|t'|il|elle|ils|elles|on|nous|vous|me|m'|moi|toi|mon|ma|mes|ton|ta|tes|ça|c'|y'|ya|faut");
const INVERTED = /\p{L}(?<!rendez)-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles)(?!\p{L})/u;
const ASKING = anyOf("quel|quelle|quels|quelles|qui|quand|comment|combien|où|pourquoi|qu'");
/** « Bonjour, au bout de combien… »: the question word stands among so many first words. */
const ASKED_WITHIN = 6;
const SPOKEN = anyOf("ça|c'est|faut|y'a|ya|on|t'|tu|quoi|truc|est-ce");
/** A line that begins and ends as a sentence. */
export const isSentence = (text: string): boolean => /^\p{Lu}.*[.?!]$/u.test(text.trim());

/**
 * - english: the language of the text, or an English function word and no French one
 * - misspelt: short forms of a phone (« ki », « jé », « c »), a word spelt by its sound, or two that only repair makes known
 * - situation: first person, and two sentences or 14 words and more
 * - formal: a question by inversion (« puis-je », « doit-on »), or one that asks by its question word and holds nothing personal or spoken
 * - spoken: somebody speaks or is spoken to, or the words are those of the street (« thune », « proprio »)
 * - keywords: at most six words
 * - plain: anything else
 */
export function styleOf(text: string, analysis: Analysis): Style {
  const said = analysis.text;
  if (isEnglish(analysis)) return 'english';
  if (isMisspelt(text, analysis)) return 'misspelt';
  const words = said.split(' ');
  const sentences = said.split(/[.?!…]+(?:\s|$)/).filter((part) => part.trim() !== '').length;
  if (FIRST_PERSON.test(said) && (words.length >= LONG || sentences > 1)) return 'situation';
  if (INVERTED.test(said) || isAskedPlainly(said, words)) return 'formal';
  if (said.endsWith('?') || PERSON.test(said) || analysis.tokens.some(ofTheStreet)) return 'spoken';
  return words.length <= SHORT ? 'keywords' : 'plain';
}

const isAskedPlainly = (said: string, words: readonly string[]): boolean =>
  said.endsWith('?') && ASKING.test(words.slice(0, ASKED_WITHIN).join(' ')) && !FIRST_PERSON.test(said) && !SPOKEN.test(said);

function isEnglish({ lang, tokens }: Analysis): boolean {
  const onlyIn = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    tokens.some(({ typed }) => typed.length > 1 && one.has(fold(typed)) && !other.has(fold(typed)));
  return lang === 'en' || (onlyIn(ENGLISH_FUNCTION_WORDS, FRENCH_FUNCTION_WORDS) && !onlyIn(FRENCH_FUNCTION_WORDS, ENGLISH_FUNCTION_WORDS));
}

/** « thune », « taf »: opened to another word that carries meaning. */
const ofTheStreet = ({ typed, word, repaired, kind }: Token): boolean => !repaired && kind === 'content' && fold(typed) !== word;
/** « ki », « jé »: opened to words that carry none. */
const ofThePhone = ({ typed, word, repaired, kind }: Token): boolean =>
  !repaired && kind === 'function' && fold(typed) !== word && !isFunctionWord(fold(typed));

function isMisspelt(text: string, { tokens }: Analysis): boolean {
  // Names are unknown to every vocabulary and spelt as they are.
  const names = new Set([...text.matchAll(/\p{Lu}[\p{L}\p{N}]*/gu)].map(([name]) => name.toLowerCase()));
  const signs = tokens.filter(({ typed }) => !names.has(typed)).map((token) => (ofThePhone(token) ? SIGNS : slip(token)));
  return signs.reduce((sum, sign) => sum + sign, 0) >= SIGNS;
}

/** An inflection that the vocabulary lacks is no slip: « encaissée » is repaired to « encaisse », of the same stem. */
function slip({ typed, word, repaired }: Token): number {
  if (!repaired || fold(stemOf(typed)) === fold(stemOf(word))) return 0;
  return soundOf(fold(typed)) === soundOf(word) ? SIGNS : 1;
}
