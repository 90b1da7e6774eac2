import type { Analyser } from '../../language/index.js';
import type { Fiche } from './fiches.js';
import { contentWords, type Line } from './read-lines.js';

/**
 * How far French lines keep to the words of the title: those find the article without any wording. Undefined where the title is not known
 * or holds no word of its own.
 */
export function besideTitle({ title }: Fiche, lines: readonly Line[], analyser: Analyser): { share: number; synonyms: number } | undefined {
  const words = title === undefined ? undefined : contentWords(analyser.read(title).tokens, title);
  const french = lines.filter(({ style }) => style !== 'english');
  const all = french.reduce((sum, { content }) => sum + content.size, 0);
  if (words === undefined || words.size === 0 || all === 0) return undefined;
  const shared = french.map(({ content }) => [...content].filter((word) => words.has(word)).length);
  return { share: shared.reduce((sum, each) => sum + each, 0) / all, synonyms: shared.filter((each) => each === 0).length };
}
