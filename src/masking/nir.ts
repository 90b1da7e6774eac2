import { collect, isDigit, startsGroup, type Span } from './characters.js';

/**
 * The French social security number (NIR): 13 characters and a key of two digits, key = 97 − (number mod 97); 2A and 2B (Corsica) count as 19
 * and 18. Structure first (sex, month), key then, so that a random run of 15 digits is taken once in a thousand times.
 *
 * 1 85 05 78 006 084 91 → taken when its key holds
 */
const LENGTH = 15;
const SEX = /^[1-478]/;

export function findNir(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!startsGroup(text, at) || !SEX.test(text[at]!)) continue;
    const found = collect(
      text,
      at,
      LENGTH,
      (char, taken) => isDigit(char) || (taken.length === 6 && taken[5] === '2' && /[abAB]/.test(char)),
    );
    if (!found || isDigit(text[found.end]) || !holds(found.taken)) continue;
    spans.push({ start: at, end: found.end });
    at = found.end - 1;
  }
  return spans;
}

export function holds(taken: string): boolean {
  const month = Number(taken.slice(3, 5));
  if (!((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50)) return false;
  const number = taken.slice(0, 13).toUpperCase().replace('2A', '19').replace('2B', '18');
  return /^\d{13}$/.test(number) && 97n - (BigInt(number) % 97n) === BigInt(taken.slice(13));
}
