import type { Lang } from '../../src/contract/vocabulary.js';

const locale = (lang: Lang): string => (lang === 'en' ? 'en-GB' : 'fr-FR');

/** "2026-03-01" → « 1er mars 2026 ». A date without a time: no time zone may move it to the day before. */
export function longDate(iso: string, lang: Lang): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const text = new Intl.DateTimeFormat(locale(lang), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** « lundi 23 novembre à 9 h 00 », on the citizen's own clock. */
export function momentOf(iso: string, lang: Lang): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(lang), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
