import type { ReplyLine } from './batch.js';

/** Article ids are compared as audience/id; an id without an audience is of "particuliers". */
const whole = (article: string): string => (article.includes('/') ? article : `particuliers/${article}`);
export const accepts = (expected: readonly string[], article: string | null): boolean =>
  article !== null && expected.some((id) => whole(id) === whole(article));

/** Place of the first accepted candidate from 1, Infinity when there is none. */
export function rankOf({ candidates }: ReplyLine, expected: readonly string[]): number {
  const at = candidates.findIndex(({ article }) => accepts(expected, article));
  return at < 0 ? Infinity : at + 1;
}
export const answeredRight = ({ outcome, article }: ReplyLine, expected: readonly string[]): boolean =>
  outcome === 'answered' && accepts(expected, article);
export const offeredRight = ({ outcome, choices }: ReplyLine, expected: readonly string[]): boolean =>
  outcome === 'clarified' && choices.some((id) => accepts(expected, id));

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.)%])/g, '$1')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .trim();
/** A longer passage is a page, not an answer: what stands behind does not count as shown. */
const SHOWN = 900;

/** The length of what was shown, and whether it holds every part of the answer. */
export function passageOf({ passages }: ReplyLine, parts: readonly string[]): { length: number; holds: boolean } {
  const text = folded(passages.join(' '));
  return { length: text.length, holds: parts.every((part) => text.slice(0, SHOWN).includes(folded(part))) };
}
