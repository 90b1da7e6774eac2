import { basename } from 'node:path';
import type { Article, Block } from '../../contract/index.js';
import { textOfBlocks } from '../../matching/index.js';
import type { Intent } from '../../matching/content.js';
import { ArticleReader } from '../article-reader.js';
import { blocksOf } from '../blocks-of.js';
import type { ContentFile } from '../content-file.js';
import { FileError } from '../file-error.js';
import { shortened, whole } from '../first-sentences.js';
import { intentsText } from '../intents-file.js';
import { markdownOf } from '../markdown-of.js';
import { markdownTree } from '../markdown-tree.js';
import { slug } from '../plain.js';
import { Problems } from '../problems.js';
import type { FaqEntry } from './entry.js';

const TITLE_MAX = 300;
const THEME = { id: 'faq', title: 'Questions fréquentes' };

/** Questions as files of the content: an article each, the other ways of asking as its wordings, the themes that are named. */
export function faqContent(entries: readonly FaqEntry[], file: string, written: string, themesHere: ReadonlySet<string>): ContentFile[] {
  const articles = new Map<string, FaqEntry>();
  const files: ContentFile[] = [];
  const intents: Intent[] = [];
  const themes = new Map<string, string>();
  for (const entry of entries) {
    const id = faqId(entry);
    const other = articles.get(id);
    if (other !== undefined) throw new FileError(entry.place.file, entry.place.line, `« ${id} » is also on line ${other.place.line}`);
    articles.set(id, entry);
    const article = articleOf(entry, id, written);
    themes.set(article.theme, entry.theme ?? THEME.title);
    files.push({ path: `knowledge-base/fr/${article.theme}/${id}.md`, text: markdownOf(article) });
    if (entry.examples.length > 0) intents.push({ id, article: id, examples: entry.examples, nearMisses: [], rules: [] });
  }
  const newThemes = [...themes].filter(([id]) => !themesHere.has(id));
  return [
    ...files,
    ...newThemes.map(([id, title]) => ({
      path: `knowledge-base/fr/${id}/theme.yml`,
      text: `id: ${id}\ntitle: ${JSON.stringify(title)}\norder: 300\n`,
    })),
    // A file of its own for each file that is brought, so that one does not take the words of another away.
    { path: `intents/fr/faq/${slug(basename(file).replace(/\.\w+$/, '')) || 'faq'}.yml`, text: intentsText(intents) },
  ];
}

function faqId({ id, question, place }: FaqEntry): string {
  const name = slug((id ?? question).replace(/^faq-/, ''), 80);
  if (name === '') throw new FileError(place.file, place.line, 'no letter to make an id of');
  return `faq-${name}`;
}

function articleOf({ question, answer, keywords, theme, url, place }: FaqEntry, id: string, written: string): Article {
  const blocks = blocksOfAnswer(answer);
  const text = textOfBlocks(blocks);
  return {
    id,
    title: capital(question.replace(/\s+/g, ' ').slice(0, TITLE_MAX)),
    summary: whole(text) || shortened(text),
    theme: theme === undefined ? THEME.id : slug(theme) || THEME.id,
    audience: 'particuliers',
    lang: 'fr',
    keywords,
    source:
      url === undefined
        ? { name: place.file, url: '', checkedOn: written }
        : { name: new URL(url).hostname.replace(/^www\./, ''), url, checkedOn: written },
    status: 'published',
    sections: [{ title: 'Réponse', blocks }],
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An answer in Markdown as its blocks; what is no Markdown that an article may hold is plain text. */
function blocksOfAnswer(answer: string): Block[] {
  const problems = new Problems('');
  const reader = new ArticleReader(problems, new Map(), 0, answer.split('\n'));
  const blocks = blocksOf(markdownTree(answer).children as Parameters<typeof blocksOf>[0], reader);
  const broken = problems.list.some(({ severity }) => severity === 'error');
  return broken || blocks.length === 0 ? plainBlocks(answer) : blocks;
}

/** Blank lines part paragraphs, dashes and dots begin items; tags that a web page left in the text go. */
function plainBlocks(answer: string): Block[] {
  const text = answer
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d)\s*\/?>/gi, '\n')
    .replace(/<li[^>]*>/gi, '- ')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const item = /^[-*•–]\s+(.+)$/.exec(line)?.[1];
    const paragraph: Block = { type: 'paragraph', inlines: [{ type: 'text', text: item ?? line }] };
    const last = blocks.at(-1);
    if (line === '') continue;
    if (item === undefined) blocks.push(paragraph);
    else if (last?.type === 'list') last.items.push([paragraph]);
    else blocks.push({ type: 'list', ordered: false, items: [[paragraph]] });
  }
  return blocks;
}
