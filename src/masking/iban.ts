import { collect, type Span } from './characters.js';

/**
 * Bank account numbers (IBAN): two letters, two check digits, then the country's number of letters and digits; the whole, its first four characters
 * moved behind and its letters counted from 10, leaves 1 when divided by 97. The length comes from the country, so what follows the number is left alone.
 *
 * FR76 3000 6000 0112 3456 7890 189 → taken
 */
const LENGTHS = new Map<string, number>(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27
GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28
PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TN24 TR26 UA29 VA22 VG24 XK20 DZ26 MA28 SN28 CI28 ML28 BF28 CM27 MG27 TG28 BJ28`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export function findIban(text: string): Span[] {
  const spans: Span[] = [];
  const upper = text.toUpperCase();
  if (upper.length !== text.length) return spans;
  for (let at = 0; at + 14 < upper.length; at++) {
    const length = LENGTHS.get(upper.slice(at, at + 2));
    if (length === undefined || /[A-Z]/.test(upper[at - 1] ?? ' ')) continue;
    const found = collect(upper, at, length, (char, taken) =>
      (taken.length < 2 ? /[A-Z]/ : taken.length < 4 ? /\d/ : /[A-Z0-9]/).test(char),
    );
    if (!found || remainder(found.taken) !== 1) continue;
    spans.push({ start: at, end: found.end });
    at = found.end - 1;
  }
  return spans;
}

/** Modulo 97, digit by digit. */
export function remainder(iban: string): number {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}
