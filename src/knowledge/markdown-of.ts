import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Article, Block, Inline, Section } from '../contract/index.js';
import { HEAD } from './article-tree.js';

const written = directiveToMarkdown();
const leafDirective: Handle = (node, parent, state, info) => {
  // The label of a card is running text, and its asterisks (« cerfa n° 10640*19 ») are none of its marks.
  const exit = state.enter('phrasing');
  const text = written.handlers!.leafDirective!(node, parent, state, info);
  exit();
  return text;
};
const directives = {
  ...written,
  // Articles have no text directives: « 9:30 » needs no backslash.
  unsafe: written.unsafe!.filter(({ character, inConstruct }) => character !== ':' || inConstruct === undefined),
  handlers: { ...written.handlers, leafDirective },
};

/** An article written as Markdown with front matter: what `parseArticle` reads back as the same article. How a tree is shown to an editor. */
export function markdownOf(article: Article): string {
  const { sections } = article;
  const head = Object.fromEntries(HEAD.flatMap((name) => (article[name] === undefined ? [] : [[name, article[name]]])));
  const body = toMarkdown(
    { type: 'root', children: sections.flatMap(sectionNodes) },
    { bullet: '-', rule: '-', extensions: [directives, gfmTableToMarkdown({ tablePipeAlign: false, tableCellPadding: true })] },
  );
  return `---\n${stringify(head, { lineWidth: 0 })}---\n${body}`;
}

function sectionNodes({ title, facet, blocks }: Section): RootContent[] {
  const heading = facet === undefined ? title : `${title} {${facet}}`;
  return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] }, ...flow(blocks)];
}

function nodeOf(block: Block): RootContent {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.inlines);
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        spread: false,
        children: block.items.map((item) => ({ type: 'listItem' as const, spread: false, children: flow(item) })),
      };
    case 'table':
      return {
        type: 'table',
        children: [block.head, ...block.rows].map((row) => ({
          type: 'tableRow' as const,
          children: row.map((cell) => ({ type: 'tableCell' as const, children: cell.map(inlineNode) })),
        })),
      };
    case 'callout':
      return container(block.tone, block.title, flow(block.blocks));
    case 'cases':
      return container(
        'cases',
        block.title,
        block.cases.map(({ label, if: condition, when, sets, blocks }) =>
          container('case', label, flow(blocks), given({ if: condition, when, sets: sets?.join(' ') })),
        ),
      );
    case 'service':
      return leaf('service', block.title, { url: block.url, needs: block.needs });
    case 'contact': {
      const { address, phone, hours, url, email } = block;
      return leaf('contact', block.name, { address, phone, hours, url, email });
    }
    case 'link':
      // One of the two leads there: an article of the base before its page elsewhere.
      return leaf('link', block.title, block.article === undefined ? { url: block.url } : { article: block.article });
    case 'fact':
      return leaf('fact', block.label, { id: block.id });
  }
}

/** Every block stands where flow may: no heading and no definition is made of one. */
function flow(blocks: readonly Block[]): ContainerDirective['children'] {
  const nodes: ContainerDirective['children'] = [];
  for (let at = 0; at < blocks.length;) {
    const { when } = blocks[at]!;
    const end = blocks.findIndex((block, i) => i > at && block.when !== when);
    const run = blocks.slice(at, end < 0 ? blocks.length : end).map(nodeOf) as ContainerDirective['children'];
    nodes.push(...(when === undefined ? run : [container('when', '', run, { if: when })]));
    at += run.length;
  }
  return nodes;
}

const paragraph = (inlines: readonly Inline[]): Paragraph => ({ type: 'paragraph', children: inlines.map(inlineNode) });

function inlineNode(inline: Inline): PhrasingContent {
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.text };
    case 'strong':
    case 'emphasis':
      return { type: inline.type, children: [{ type: 'text', value: inline.text }] };
    case 'link':
      return { type: 'link', url: inline.url, children: [{ type: 'text', value: inline.text }] };
    case 'fact':
      return { type: 'text', value: `{{${inline.id}}}` };
  }
}

const container = (
  name: string,
  label: string,
  children: ContainerDirective['children'],
  attributes: Record<string, string> = {},
): ContainerDirective => ({
  type: 'containerDirective',
  name,
  attributes,
  children: label === '' ? children : [{ ...paragraph([{ type: 'text', text: label }]), data: { directiveLabel: true } }, ...children],
});

const given = (attributes: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const leaf = (name: string, label: string, attributes: Record<string, string | undefined>): LeafDirective => ({
  type: 'leafDirective',
  name,
  attributes: given(attributes),
  children: [{ type: 'text', value: label }],
});
