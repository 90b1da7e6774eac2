import { importLines } from '../import-lines.js';
import type { ServicePublicImported } from './import-service-public.js';

const YEAR_MS = 365 * 86_400_000;
const SHOWN = 8;

/** What an import of the official corpus did, left out and asks to be looked at. */
export function reportLines(imported: ServicePublicImported['imported'], report: ServicePublicImported['report'], today: Date): string[] {
  const { corpus, pack, stayed, reread } = report;
  return [
    ...corpus.skips.pages.map(({ reason, count, first }) => `left out, ${reason}: ${count} (${listed(first, count)})`),
    ...corpus.skips.elements.map(({ name, count }) => `unknown element <${name}>: ${count}, left out`),
    ...(stayed.length > 0 ? [`left the corpus and edited here, kept: ${listed(stayed)}`] : []),
    ...(reread.length > 0 ? [`changed under the words that lead to them, to be read again: ${listed(reread)}`] : []),
    ...(pack === undefined ? [] : [`wordings: ${pack.utterances} for ${pack.articles} articles${takenLine(pack.taken)}`]),
    ...importLines(imported),
    ...ageLines(corpus.newest, today),
  ];
}

const listed = (ids: readonly string[], count = ids.length): string =>
  `${ids.slice(0, SHOWN).join(', ')}${count > Math.min(ids.length, SHOWN) ? ', …' : ''}`;

const takenLine = (taken: readonly string[]): string =>
  taken.length === 0
    ? ''
    : `; ${taken.length} left out, another intent says them: ${taken
        .slice(0, 3)
        .map((text) => `« ${text} »`)
        .join(', ')}`;

function ageLines(newest: string, today: Date): string[] {
  if (today.getTime() - Date.parse(newest) < YEAR_MS) return [`the corpus is of ${newest}`];
  return [
    `WARNING: the newest page of this corpus is of ${newest}, more than a year ago. It is too old to serve to citizens: use it for tests only.`,
  ];
}
