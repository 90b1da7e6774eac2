import type { Lang } from '../../src/contract/vocabulary.js';

const ENGLISH = /\b(the|and|you|your|is|are|of|for|with|this|to)\b/gi;
const FRENCH = /(?<![\p{L}])(le|la|les|des|du|un|une|vous|votre|est|et|pour|que|qui|dans|avec|je)(?![\p{L}])/giu;

/** Which voice a screen reader should take for a text. Answers are French unless most small words say otherwise. */
export function languageOf(text: string): Lang {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(ENGLISH) > count(FRENCH) ? 'en' : 'fr';
}
