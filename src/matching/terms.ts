import type { Analysis } from '../language/index.js';

/** The terms of a message or a field for BM25: stems of content words, concepts; function words apart, see `rank`. */
export function termsOf({ tokens, concepts }: Pick<Analysis, 'tokens' | 'concepts'>): string[] {
  const terms = tokens.filter(({ kind }) => kind === 'content').map(({ stem }) => stem);
  for (const { id } of concepts) terms.push(`c:${id}`);
  return terms;
}
