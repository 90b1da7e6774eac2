import { isDigit, isSeparator, startsGroup, type Span } from './characters.js';

/**
 * Payment cards: 13 to 19 digits whose Luhn sum holds and whose first digits a card network uses.
 *
 * A SIRET (14 digits) holds Luhn too, and its first nine do as well: 14 digits are a card only with a Diners prefix and when it is no SIRET or
 * is grouped 4-6-4. A number that stands alone is taken however it is grouped; inside a longer run of numbers only groups of three digits and
 * more are, since lists of dates and phones would hold Luhn one time in ten.
 *
 * 4970 1012 3456 7890 → taken if the sum holds; 732 829 320 00074 (SIRET) → left
 */
const NETWORKS: readonly [RegExp, readonly number[]][] = [
  [/^4/, [13, 16, 18, 19]],
  [/^(?:5[0-9]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16, 17, 18, 19]],
  [/^3[47]/, [15]],
  [/^(?:30[0-5]|309|3[689])/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:1800|2131)/, [15]],
  [/^6/, [16, 17, 18, 19]],
  [/^5[0678]|^6/, [13]],
  [/^220[0-4]/, [16, 17, 18, 19]],
];
const SIRET = 14;

export function findCards(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!startsGroup(text, at)) continue;
    const run = groupsFrom(text, at);
    const card = cardIn(run, !startsAfterNumber(text, at));
    if (card === undefined) {
      at = run[0]!.end - 1;
      continue;
    }
    spans.push({ start: at, end: card });
    at = card - 1;
  }
  return spans;
}

interface Group extends Span {
  digits: string;
}
/** The groups of digits from `start` on, with one or two separators between them, until 20 digits are reached. */
function groupsFrom(text: string, start: number): Group[] {
  const groups: Group[] = [];
  let total = 0;
  for (let at = start; at < text.length && total < 20;) {
    let end = at;
    while (isDigit(text[end])) end++;
    groups.push({ start: at, end, digits: text.slice(at, Math.min(end, at + 24)) });
    total += end - at;
    at = end;
    while (at < text.length && at - end < 2 && isSeparator(text[at]!)) at++;
    if (!isDigit(text[at])) break;
  }
  return groups;
}

/** Where a card that starts with the first group ends. */
function cardIn(groups: readonly Group[], alone: boolean): number | undefined {
  let digits = '';
  for (let last = 0; last < groups.length; last++) {
    digits += groups[last]!.digits;
    if (digits.length > 19) return undefined;
    if (digits.length < 13) continue;
    const whole = alone && last === groups.length - 1;
    const wide = groups.slice(0, last).every((group) => group.digits.length >= 3);
    const used = groups.slice(0, last + 1).map((group) => group.digits.length);
    if ((whole || wide) && isCard(digits, used.join('-'))) return groups[last]!.end;
  }
  return undefined;
}

function isCard(digits: string, grouping: string): boolean {
  if (!NETWORKS.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits))) return false;
  if (digits.length === SIRET && grouping !== '4-6-4' && luhn(digits.slice(0, 9))) return false;
  return luhn(digits);
}

function startsAfterNumber(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= 2 && isSeparator(text[before]!)) before--;
  return before < at - 1 && isDigit(text[before]);
}

export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
