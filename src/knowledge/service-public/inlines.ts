import type { Inline } from '../../contract/index.js';
import { audienceNamed, safeUrl } from './addresses.js';
import { isElement, needsSpace, textOf, type TreeElement, type TreeNode } from './node.js';
import { urlOf, type Page } from './page.js';

type Style = 'text' | 'strong' | 'emphasis';

/** The rich text of a paragraph: amounts and what is put forward are strong, links lead to the official page. */
export function inlinesOf(nodes: readonly TreeNode[], page: Page): Inline[] {
  return neat(run(nodes, 'text', page));
}

function run(nodes: readonly TreeNode[], style: Style, page: Page): Inline[] {
  return nodes.flatMap((node, at) => {
    const before = nodes[at - 1];
    const gap: Inline[] = before !== undefined && needsSpace(before, node) ? [{ type: 'text', text: ' ' }] : [];
    return [...gap, ...(isElement(node) ? element(node, style, page) : [{ type: style, text: node }])];
  });
}

const STYLES: Record<string, Style> = {
  Valeur: 'strong',
  MiseEnEvidence: 'strong',
  Expression: 'emphasis',
  TermeEtranger: 'emphasis',
};
/** The words of a glossary, of an example, of what stands above the line: text like the rest. */
const PLAIN = new Set(['LienIntra', 'Exposant', 'Indice', 'Variable', 'Paragraphe', 'Titre']);
const PICTURES = new Set(['Image', 'Illustration', 'Condition']);

function element(node: TreeElement, style: Style, page: Page): Inline[] {
  const inside = (as: Style) => run(node.children, as, page);
  if (STYLES[node.name]) return inside(style === 'strong' ? style : STYLES[node.name]!);
  if (PLAIN.has(node.name)) return inside(style);
  if (node.name === 'Citation') return [{ type: style, text: '«\u00a0' }, ...inside(style), { type: style, text: '\u00a0»' }];
  if (node.name === 'LienExterne') return link(node, safeUrl(node.attributes['URL']), style);
  if (node.name === 'LienInterne') return link(node, internal(node, page), style);
  if (PICTURES.has(node.name)) return [];
  page.skips.element(node.name);
  return [];
}

function link(node: TreeElement, url: string | undefined, style: Style): Inline[] {
  const text = textOf(node);
  if (text === '') return [];
  return [url === undefined ? { type: style, text } : { type: 'link', text, url }];
}

/** An acronym's explanation is no page. */
function internal({ attributes }: TreeElement, page: Page): string | undefined {
  const audience = audienceNamed(attributes['audience']);
  const id = attributes['LienPublication'];
  return audience === undefined || !/^[A-Z]\d+$/.test(id ?? '') ? undefined : urlOf(page, id!, audience);
}

/** Blanks are one space and stand outside of what is styled; pieces of one style are one piece. */
export function neat(inlines: readonly Inline[]): Inline[] {
  const pieces: Inline[] = [];
  const push = (piece: Inline) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.type === piece.type && last.type !== 'link' && last.type !== 'fact')
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '') pieces.push(piece);
  };
  for (const inline of inlines) {
    if (inline.type === 'text') {
      push(inline);
      continue;
    }
    const [, before = '', text = '', after = ''] = /^([ \t\r\n\f\u00a0\u202f]*)(.*?)([ \t\r\n\f\u00a0\u202f]*)$/s.exec(inline.text) ?? [];
    push({ type: 'text', text: before });
    push({ ...inline, text });
    push({ type: 'text', text: after });
  }
  return spaced(pieces);
}

function spaced(pieces: readonly Inline[]): Inline[] {
  let ended = ' ';
  const kept = pieces
    .map((piece): Inline => {
      let text = piece.text
        .replace(/[ \t\r\n\f]+/g, ' ')
        .replace(/ ?([\u00a0\u202f]) ?/g, '$1')
        .replace(/ (?=,|\.(?!\.)|\))/g, '');
      if (/[ \u00a0\u202f]$/.test(ended)) text = text.replace(/^ /, '');
      if (text !== '') ended = text;
      return { ...piece, text };
    })
    .filter(({ text }) => text !== '');
  const last = kept.at(-1);
  if (last !== undefined) kept[kept.length - 1] = { ...last, text: last.text.replace(/[ \u00a0\u202f]+$/, '') };
  return kept.filter(({ text }) => text !== '');
}
