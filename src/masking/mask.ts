import { findCards } from './card.js';
import { plainDigits, type Span } from './characters.js';
import { findEmails, findPhones } from './contact.js';
import { findIban } from './iban.js';
import { withoutInvisible } from './invisible.js';
import { findNir } from './nir.js';

export type MaskedKind = 'nir' | 'iban' | 'card' | 'email' | 'phone';
export interface Masked {
  text: string;
  masked: { kind: MaskedKind }[];
}
const REPLACED: Record<MaskedKind, string> = {
  nir: '[numéro masqué]',
  iban: '[numéro masqué]',
  card: '[numéro masqué]',
  email: '[adresse masquée]',
  phone: '[téléphone masqué]',
};
/** Strongest check first: what one kind has taken the next ones do not see. */
const FINDERS: readonly [MaskedKind, (text: string) => Span[]][] = [
  ['iban', findIban],
  ['nir', findNir],
  ['card', findCards],
  ['email', findEmails],
  ['phone', findPhones],
];

/**
 * Takes personal numbers and addresses out of a message before anything else sees it: what was never stored needs no protection.
 *
 * Numbers are recognised by their check keys, not by their look, so that a SIRET, an amount, a date or a file number survives. Five passes
 * over the text, each linear: no expression here can backtrack over more than a number's length.
 *
 * « mon numéro de sécu est le 2 69 05 49 588 157 80 » → « mon numéro de sécu est le [numéro masqué] »
 */
export function maskPersonalData(text: string): Masked {
  const visible = withoutInvisible(text);
  let plain = plainDigits(visible);
  const found: (Span & { kind: MaskedKind })[] = [];
  for (const [kind, find] of FINDERS) {
    const spans = find(plain);
    for (const span of spans) found.push({ ...span, kind });
    plain = hide(plain, spans);
  }
  if (found.length === 0) return { text: visible, masked: [] };
  found.sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end, kind } of found) {
    result += visible.slice(at, start) + REPLACED[kind];
    at = end;
  }
  return { text: result + visible.slice(at), masked: found.map(({ kind }) => ({ kind })) };
}

/** The places taken become a character that is part of no number; lengths hold. */
function hide(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + '\uFFFC'.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
