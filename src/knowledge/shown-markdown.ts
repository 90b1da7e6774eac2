import type { ArticleStatus } from '../contract/index.js';
import { neutral, withStatus } from './article-status.js';
import { isTree, treeIn } from './article-tree.js';
import { markdownOf } from './markdown-of.js';

/** The text of an article as an editor reads it: a tree is written as Markdown. */
export const shownMarkdown = (stored: string, status: ArticleStatus): string =>
  withStatus(isTree(stored) ? markdownOf(treeIn(stored)) : stored, status);

/** What an editor's text is stored as. A tree that only was looked at, its wordings perhaps changed, stays the tree that imports bring up to date. */
export const editedText = (stored: string, markdown: string): string =>
  isTree(stored) && neutral(markdown) === neutral(markdownOf(treeIn(stored))) ? stored : neutral(markdown);
