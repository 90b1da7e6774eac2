import type { ErrorCode, Lang } from '../../contract/index.js';
import { EN } from './plain-texts.en.js';
import { FR } from './plain-texts.fr.js';

export type PlainError = ErrorCode | 'empty' | 'expired' | 'contact';
/** What the plain page says, in one language. */
export interface PlainTexts {
  lang: Lang;
  title: string;
  conversation: string;
  otherLang: string;
  you: string;
  bot: string;
  agent: string;
  service: string;
  source: string;
  checkedOn: string;
  why: (terms: string, percent: number) => string;
  whyTitle: string;
  erasedLine: string;
  erased: string;
  closed: string;
  queued: (service: string) => string;
  place: (place: number, wait: [number, number] | undefined) => string;
  assigned: (name: string) => string;
  refreshes: string;
  pause: string;
  resume: string;
  suggestions: string;
  choices: string;
  yourMessage: string;
  messageHint: string;
  newMessage: string;
  send: string;
  more: string;
  human: string;
  cancel: string;
  end: string;
  eraseTitle: string;
  eraseText: string;
  erase: string;
  callback: string;
  callbackText: string;
  name: string;
  email: string;
  phone: string;
  optional: string;
  consent: string;
  callMe: string;
  otherWays: string;
  callUs: string;
  write: string;
  privacy: string;
  legal: string;
  accessibility: Record<'non' | 'partielle' | 'totale', string>;
  notSent: string;
  errors: Partial<Record<PlainError, string>>;
  failed: string;
}

export const plainTexts = (lang: Lang): PlainTexts => (lang === 'en' ? EN : FR);

/** "22 novembre 2026" for 2026-11-22. */
export const sayDate = (iso: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  );
