import type { ArticleStatus } from '../contract/index.js';
import { isTree, treeWithStatus } from './article-tree.js';
import { splitFrontMatter } from './front-matter.js';

/**
 * The text of an article, Markdown or a tree, with the `status:` line of its head saying what the database says. The status is
 * kept beside the text, since publishing must not change the text that was checked.
 */
export function withStatus(markdown: string, status: ArticleStatus): string {
  if (isTree(markdown)) return treeWithStatus(markdown, status);
  const parts = splitFrontMatter(markdown);
  if (parts === undefined) return markdown;
  const line = /^status:[ \t]*(["']?)([a-z-]*)\1[ \t]*(#.*)?$/m;
  const found = line.exec(parts.yaml);
  if (found?.[2] === status) return markdown;
  const yaml = found === null ? `${parts.yaml}status: ${status}\n` : parts.yaml.replace(line, `status: ${status}`);
  return `---\n${yaml}---\n${parts.body}`;
}

/**
 * The form in which an article's text is stored and compared: one line end, no byte order mark, the status line neutral. So
 * the same text has the same hash wherever it was written and whatever became of it.
 */
export const neutral = (markdown: string): string => withStatus(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), 'published');
