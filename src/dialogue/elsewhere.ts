import type { Article } from '../contract/index.js';
import { normalise, fold, wordsOf } from '../language/index.js';
import type { Snapshot } from '../matching/index.js';

/**
 * Whether a question about a local service names another town: « quels sont les horaires de la mairie de Bordeaux ? » asked in Valclair.
 *
 * Only for articles whose source is the site's own town (their opening hours and prices hold nowhere else), and only for a capitalised name behind de, à
 * or in that stands in no article: « né à Lyon » matters to no local service, « salle Jean-Moulin » is in the articles.
 */
const NAMED = /(?:^|\s)(?:de |d['’]|à |du |in |of |at )(\p{Lu}[\p{L}-]{2,})/gu;
const LONG_WORD = 4;

export function namesElsewhere(snapshot: Snapshot, article: Article, text: string, siteName: string): boolean {
  const named = [...text.matchAll(NAMED)];
  // Most messages name no place at all.
  if (named.length === 0) return false;
  const own = new Set(plainWords(siteName).filter((word) => word.length >= LONG_WORD));
  if (!plainWords(`${article.source.name} ${article.source.url}`).some((word) => own.has(word))) return false;
  return named.some(([, name]) => {
    const { tokens } = snapshot.engine.analyser.analyse(name!);
    return tokens.some(({ word, known, repaired, kind }) => kind === 'content' && !own.has(word) && (!known || repaired));
  });
}
const plainWords = (text: string): string[] => wordsOf(normalise(text).replace(/[./:-]/g, ' ')).map(fold);
