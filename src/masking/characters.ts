/** A run of characters of a number, written with or without separators: from `start` to `end` (excluded). */
export interface Span {
  start: number;
  end: number;
}
/** What people put between the groups of a number: spaces of all kinds, dot, hyphens, slash, apostrophes. */
const SEPARATOR = /[\s.\-\u2010\u2011\u2013_/'\u2019,]/u;
const MOST_SEPARATORS = 3;

export const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
export const isSeparator = (char: string): boolean => SEPARATOR.test(char);

/** Digits of other scripts and full-width ones read as ASCII; one character stays one character, so that places hold. */
export const plainDigits = (text: string): string =>
  text.replace(/[\p{Nd}Ａ-Ｚａ-ｚ]/gu, (char) => {
    if (char.length > 1) return char;
    const code = char.charCodeAt(0);
    if (code < 128) return char;
    if (code >= 0xff21) return String.fromCharCode(code - 0xfee0);
    if (code >= 0xff10) return String.fromCharCode(code - 0xfee0);
    const zero = [0x660, 0x6f0, 0x966].find((start) => code >= start && code <= start + 9);
    return zero === undefined ? char : String(code - zero);
  });

/**
 * `count` characters that `accept`, starting at `start`, with at most three separators between two of them. Undefined when something else comes
 * first. Reads at most four characters for each one taken.
 */
export function collect(
  text: string,
  start: number,
  count: number,
  accept: (char: string, taken: string) => boolean,
): { taken: string; end: number } | undefined {
  let taken = '';
  let separators = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at]!;
    if (accept(char, taken)) {
      taken += char;
      separators = 0;
      if (taken.length === count) return { taken, end: at + 1 };
    } else if (!isSeparator(char) || ++separators > MOST_SEPARATORS) return undefined;
  }
  return undefined;
}

/** Whether a number may start here: at a digit that no digit stands against. */
export const startsGroup = (text: string, at: number): boolean => isDigit(text[at]) && !isDigit(text[at - 1]);
