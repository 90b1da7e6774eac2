import type { Article, Block, EventBodies } from '../contract/index.js';

export interface Insert {
  article: string;
  section?: string;
}
type Inserted = Pick<EventBodies['message'], 'blocks' | 'sources' | 'article'>;

/**
 * What an agent's line carries of an article: one section, named by its title or facet, or the summary and every section under its
 * title. Undefined when the article has no such section.
 */
export function insertion(article: Article, section: string | undefined): Inserted | undefined {
  const blocks =
    section === undefined
      ? wholeArticle(article)
      : article.sections.find(({ title, facet }) => title === section || facet === section)?.blocks;
  if (blocks === undefined) return undefined;
  return { blocks, sources: [article.source], article: { id: article.id, title: article.title } };
}

const wholeArticle = ({ summary, sections }: Article): Block[] => [
  { type: 'paragraph', inlines: [{ type: 'text', text: summary }] },
  ...sections.map(({ title, blocks }): Block => ({ type: 'callout', tone: 'note', title, blocks })),
];
