import { fold, normalise } from '../language/index.js';

/** Words as they compare: without capitals, accents and doubled blanks. */
export const plain = (text: string): string => fold(normalise(text)).replace(/\s+/g, ' ').trim();

/** « Papiers - Citoyenneté » → papiers-citoyennete */
export const slug = (text: string, most = 100): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-|-$/g, '');
