import { isDigit, type Span } from './characters.js';

/**
 * E-mail addresses and telephone numbers. They belong in the call-back form, where they are encrypted and have a purpose, not in a conversation.
 *
 * An address is found from its « @ » outwards (64 characters before, 253 after). A number is a French one (0 or +33, nine digits) or an
 * international one written with + and its country. Short numbers (17, 3939) are public and stay.
 */
const LOCAL = /[\p{L}\p{N}._%+-]/u;
const GAP = '[ .-]';
const DOMAIN = /[\p{L}\p{N}.-]/u;

export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL.test(text[start - 1]!)) start--;
    let end = at + 1;
    while (end < text.length && end - at < 253 && DOMAIN.test(text[end]!)) end++;
    while (/[.-]/.test(text[end - 1]!)) end--;
    if (start < at && /\.\p{L}{2,}$/u.test(text.slice(at + 1, end))) spans.push({ start, end });
  }
  return spans;
}

export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[+0(]/.test(text[at]!) || isDigit(text[at - 1]) || /[\p{L}+]/u.test(text[at - 1] ?? ' ')) continue;
    const end = french(text, at) ?? foreign(text, at);
    if (end === undefined) continue;
    spans.push({ start: at, end });
    at = end - 1;
  }
  return spans;
}

/**
 * After the prefix, nine digits: in pairs with one and the same separator, in threes, or in one piece. Anything looser would take
 * « 01.02.2023 12 » (a date) for a number.
 */
const FRENCH = new RegExp(
  String.raw`^(?:\(?(?:\+|00)33\)?${GAP}{0,2}(?:\(0\))?${GAP}?0?|0)(?:[1-9](?:\d{8}|(?<gap>${GAP}{1,2})\d\d(?:\k<gap>\d\d){3}|\d\d${GAP}\d{3}${GAP}\d{3}|${GAP}\d{4}${GAP}\d{4}))(?!\d)`,
);
function french(text: string, at: number): number | undefined {
  const found = FRENCH.exec(text.slice(at, at + 32).replace(/[\u00A0\u2009\u202F]/g, ' '))?.[0];
  return found === undefined ? undefined : at + found.length;
}

function foreign(text: string, at: number): number | undefined {
  if (text[at] !== '+' || !isDigit(text[at + 1])) return undefined;
  let end = at + 1;
  for (let digits = 0, gap = 0, i = at + 1; i < text.length && digits < 15 && gap < 2; i++) {
    if (isDigit(text[i])) {
      digits++;
      gap = 0;
      end = digits >= 9 ? i + 1 : end;
    } else if (/[ .()\u00A0\u202F-]/.test(text[i]!)) gap++;
    else break;
  }
  return end > at + 1 ? end : undefined;
}
