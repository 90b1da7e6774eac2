import type { Article } from '../../contract/index.js';
import { isTree, treeIn } from '../article-tree.js';
import type { ContentStore } from '../content-store.js';
import { factText } from '../fact-text.js';
import { kindOf } from '../content-file.js';
import { intentsIn } from '../intents-file.js';
import { markdownOf } from '../markdown-of.js';
import { parseArticle } from '../parse-article.js';
import { readContent } from '../read-content.js';
import { splitFrontMatter } from '../front-matter.js';

const COLUMNS = ['id', 'question', 'answer', 'keywords', 'theme', 'url', 'examples'] as const;

/** Every article that is not archived as a row: what `import faq` reads, and what a spreadsheet opens. */
export async function faqCsv(store: ContentStore): Promise<{ csv: string; rows: number }> {
  const articles = (await store.articles()).filter(({ status }) => status !== 'archived');
  const files = (await store.files()).filter(({ path }) => kindOf(path) === 'facts');
  const textOf = await store.texts([...articles.flatMap(({ markdown, intents }) => [markdown, intents]), ...files.map(({ hash }) => hash)]);
  const { facts } = readContent(files.map(({ path, hash }) => ({ path, text: textOf(hash) })));
  const values = new Map(facts.map(({ value }) => [value.id, factText(value)]));
  const rows = articles.flatMap(({ path, markdown, intents }) => {
    const text = textOf(markdown);
    const article = isTree(text) ? treeIn(text) : parseArticle(text, path, values).article;
    return article === null
      ? []
      : [
          rowOf(
            article,
            intentsIn(textOf(intents)).flatMap(({ examples }) => examples),
            values,
          ),
        ];
  });
  return { csv: [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join(''), rows: rows.length };
}

function rowOf(article: Article, examples: readonly string[], values: ReadonlyMap<string, string>): string[] {
  const { id, title, keywords, theme, source } = article;
  return [id, title, answerOf(article, values), keywords.join(', '), theme, source.url, examples.join('\n')];
}

/** The body as Markdown, without the heading of a lone answer; amounts are written out, since a list of questions has no facts. */
function answerOf(article: Article, values: ReadonlyMap<string, string>): string {
  const body = splitFrontMatter(markdownOf(article))!.body.trim();
  const lone = article.sections.length === 1 ? body.replace(/^## .*\n+/, '') : body;
  return lone.replace(/\{\{([^{}\s]+)\}\}/g, (written, fact: string) => values.get(fact) ?? written);
}

/** A spreadsheet takes a cell that begins like a formula for one. */
const cell = (value: string): string => `"${(/^[=+@]/.test(value) ? `'${value}` : value).replace(/"/g, '""')}"`;
