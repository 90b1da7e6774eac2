import type { Content } from '../matching/content.js';

/**
 * Only what leads to an article that is there: wordings of an article that left, near misses and labels that name it, must not
 * reach the index. Judging labels stay out, so that measures of a snapshot are honest. An article that is built in is
 * published, whatever its text says.
 */
export function fitContent(content: Content): Content {
  const here = new Set(content.articles.map(({ id }) => id));
  return {
    ...content,
    articles: content.articles.map((article) => ({ ...article, status: 'published' as const })),
    intents: content.intents
      .filter(({ article }) => article === undefined || here.has(article))
      .map((intent) => ({
        ...intent,
        nearMisses: intent.nearMisses.map(({ text, article }) =>
          article !== undefined && here.has(article) ? { text, article } : { text },
        ),
      })),
    labels: content.labels
      .filter(({ split, expected }) => split === 'tune' && (expected.length === 0 || expected.some((id) => here.has(id))))
      .map((label) => ({ ...label, expected: label.expected.filter((id) => here.has(id)) })),
  };
}
