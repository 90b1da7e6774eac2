import type { Article } from '../contract/index.js';
import { articleTree } from './article-tree.js';
import type { Reference } from './article-reader.js';
import { lineOfJsonError } from './json-lines.js';
import type { ParsedArticle } from './parse-article.js';
import { Problems } from './problems.js';
import { everyBlock } from './every-block.js';

/** A `tree` file at the door: JSON, then the schema. Nothing else is checked of it: an official corpus is taken as it is. */
export function readTree(text: string, file: string): ParsedArticle {
  const problems = new Problems(file);
  const nothing = (): ParsedArticle => ({ article: null, problems: problems.list, references: [], lines: {} });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    problems.error('json', "ce fichier n'est pas du JSON", lineOfJsonError(error, text));
    return nothing();
  }
  const parsed = articleTree.safeParse(value);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) problems.error('field', `« ${path.map(String).join('.')} » : ${message}`, 1);
    return nothing();
  }
  return { article: parsed.data, problems: problems.list, references: referencesOf(parsed.data), lines: { id: 2 } };
}

const referencesOf = (article: Article): Reference[] =>
  [...everyBlock(article)].flatMap((block) =>
    block.type === 'link' && block.article !== undefined ? [{ kind: 'article' as const, id: block.article, line: 1 }] : [],
  );
