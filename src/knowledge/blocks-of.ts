import type { BlockContent, DefinitionContent, Heading, List, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block, Inline } from '../contract/index.js';
import type { ArticleReader } from './article-reader.js';
import { containerBlock, leafBlock } from './directive-blocks.js';
import { inlinesOf } from './inlines.js';

type Flow = BlockContent | DefinitionContent | Heading;

/** The typed blocks of a stretch of Markdown. What has no block is reported with its line, never dropped in silence. */
export const blocksOf = (nodes: readonly Flow[], reader: ArticleReader): Block[] => nodes.flatMap((node) => blockOf(node, reader));

function blockOf(node: Flow, reader: ArticleReader): Block[] {
  const line = reader.line(node);
  switch (node.type) {
    case 'paragraph': {
      if (/^:{2,}/.test(toString(node)))
        reader.problems.error(
          'fence',
          `bloc mal écrit : « ${toString(node).split('\n')[0]} » (par exemple :::case[Titre]{if="age>=18"})`,
          line,
        );
      const inlines = inlinesOf(node.children, reader);
      return inlines.length === 0 ? [] : [{ type: 'paragraph', inlines }];
    }
    case 'heading':
      return [{ type: 'paragraph', inlines: bold(inlinesOf(node.children, reader)) }];
    case 'list':
      return [listOf(node, reader)];
    case 'table':
      return [tableOf(node, reader)];
    case 'leafDirective':
      return leafBlock(node, reader);
    case 'containerDirective':
      return containerBlock(node, reader);
    case 'thematicBreak':
      return [];
    case 'html':
      // A comment is a note between editors.
      if (!/^<!--[\s\S]*-->$/.test(node.value.trim())) reader.problems.error('html', "le HTML n'est pas accepté dans un article", line);
      return [];
    default:
      reader.problems.error('markdown', `élément non accepté : ${NAMES[node.type] ?? node.type}`, line);
      return [];
  }
}
const NAMES: Record<string, string> = {
  blockquote: 'citation (>)',
  code: 'bloc de code (ligne décalée de quatre espaces ou ```)',
  definition: 'lien par référence ; écrivez [texte](https://…)',
};

/** A heading under a section's own: sections do not nest, so it reads as a bold line. */
const bold = (inlines: Inline[]): Inline[] =>
  inlines.map((inline) => (inline.type === 'text' ? { type: 'strong', text: inline.text } : inline));

function listOf(node: List, reader: ArticleReader): Block {
  const items = node.children.map((item) => blocksOf(item.children, reader));
  if (items.some((item) => item.length === 0)) reader.problems.warn('empty', 'élément de liste vide', reader.line(node));
  return { type: 'list', ordered: node.ordered === true, items: items.filter((item) => item.length > 0) };
}

function tableOf(node: Table, reader: ArticleReader): Block {
  const [head, ...rows] = node.children.map((row) => row.children.map((cell) => inlinesOf(cell.children, reader)));
  return { type: 'table', head: head ?? [], rows };
}
