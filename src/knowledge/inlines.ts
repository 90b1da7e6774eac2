import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Inline } from '../contract/index.js';
import { FACT, type ArticleReader } from './article-reader.js';

/** Rich text of a paragraph, a cell, a list item. No HTML, no image: each is reported. */
export function inlinesOf(nodes: readonly PhrasingContent[], reader: ArticleReader): Inline[] {
  return merge(nodes.flatMap((node) => inlineOf(node, reader)));
}

function inlineOf(node: PhrasingContent, reader: ArticleReader): Inline[] {
  const line = reader.line(node);
  switch (node.type) {
    case 'text':
      return withFacts(node.value, 'text', line, reader);
    case 'inlineCode':
      return withFacts(node.value, 'text', line, reader);
    case 'strong':
    case 'emphasis':
      return node.children.flatMap((child) =>
        child.type === 'link' ? inlineOf(child, reader) : withFacts(toString(child), node.type, line, reader),
      );
    case 'link':
      checkUrl(node.url, line, reader);
      return [{ type: 'link', text: reader.plain(oneLine(toString(node)), line), url: node.url }];
    case 'break':
      return [{ type: 'text', text: ' ' }];
    case 'html':
      reader.problems.error('html', "le HTML n'est pas accepté dans un article", line);
      return [];
    case 'image':
    case 'imageReference':
      reader.problems.error('image', 'les images ne sont pas acceptées : le texte doit suffire', line);
      return [];
    default:
      reader.problems.error('markdown', `élément non accepté : ${node.type}`, line);
      return withFacts(toString(node), 'text', line, reader);
  }
}

/** Splits a text at its `{{facts}}`. */
function withFacts(raw: string, type: 'text' | 'strong' | 'emphasis', line: number, reader: ArticleReader): Inline[] {
  const text = oneLine(raw);
  reader.amounts(text, line);
  const inlines: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(FACT)) {
    if (found.index > from) inlines.push({ type, text: text.slice(from, found.index) });
    const at = line + (raw.slice(0, found.index).match(/\n/g)?.length ?? 0);
    inlines.push({ type: 'fact', id: found[1]!, text: reader.fact(found[1]!, at) });
    from = found.index + found[0].length;
  }
  if (from < text.length) inlines.push({ type, text: text.slice(from) });
  return inlines;
}

/** A line end inside a paragraph is a space; the length stays, so positions do. */
const oneLine = (text: string) => text.replace(/\n/g, ' ');

function merge(inlines: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === 'text' && last?.type === 'text') merged[merged.length - 1] = { type: 'text', text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged;
}

/** Only addresses that a citizen may safely follow. */
export function checkUrl(url: string, line: number, reader: ArticleReader): void {
  if (/^(https:\/\/|mailto:|tel:)[^\s]+$/.test(url)) return;
  reader.problems.error('url', `adresse non acceptée : « ${url} » (https://, mailto: ou tel:)`, line);
}
