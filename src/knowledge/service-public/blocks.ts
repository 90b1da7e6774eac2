import type { Block } from '../../contract/index.js';
import { casesOf } from './cases.js';
import { contactOf, serviceOf } from './cards.js';
import { conditioned } from './corpus-condition.js';
import { inlinesOf } from './inlines.js';
import { childNamed, childrenNamed, isElement, textOf, tidy, titleOf, type TreeElement, type TreeNode } from './node.js';
import type { Page } from './page.js';
import { tableOf } from './table.js';

/** Above this depth of cases inside cases, the innermost become bold lines: nobody answers a fifth question. */
export const MOST_DEEP = 4;

const TONES: Record<string, 'note' | 'warning'> = { ANoter: 'note', ASavoir: 'note', Rappel: 'note', Attention: 'warning' };
/** Elements whose blocks all hold under one condition; a case bears its own. */
const CONDITIONED = new Set(['FragmentConditionne', 'Chapitre', 'SousChapitre', 'ServiceEnLigne']);
/** Wrappers of blocks. */
const THROUGH = new Set(['Texte', 'Introduction', 'FragmentConditionne', 'ContenuIllustre', 'Contenu']);
/** Read by whoever reads their parent, or of no use in words. */
const SILENT = new Set(['Titre', 'TitreAlternatif', 'Condition', 'Image', 'Illustration', 'SiSelectionne']);

/** The typed blocks of a stretch of the tree; `depth` counts the cases above it. */
export function blocksOf(nodes: readonly TreeNode[], page: Page, depth = 0): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const made = blockOf(node, page, depth);
    for (const block of isElement(node) && CONDITIONED.has(node.name) ? conditioned(node, made) : made) {
      const last = blocks.at(-1);
      // One list of the page is often written as many, an item each.
      if (block.type === 'list' && !block.ordered && last?.type === 'list' && !last.ordered && last.when === block.when)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
      else blocks.push(block);
    }
  }
  return blocks;
}

function blockOf(node: TreeNode, page: Page, depth: number): Block[] {
  if (!isElement(node)) return paragraph([tidy(node)], page);
  const { name, children } = node;
  if (name === 'Paragraphe') return paragraph(children, page);
  if (name === 'Liste') return listOf(node, page, depth);
  if (name === 'Tableau') return tableOf(node, page);
  if (name === 'BlocCas') return casesOf(node, page, depth);
  if (name === 'ServiceEnLigne') return serviceOf(node, page);
  if (name === 'OuSAdresser') return contactOf(node);
  if (TONES[name] !== undefined) return callout(node, TONES[name], page, depth);
  // A chapter where none is expected reads as a bold line.
  if (name === 'Chapitre' || name === 'SousChapitre') return [...heading(titleOf(node)), ...blocksOf(children, page, depth)];
  if (THROUGH.has(name)) return blocksOf(children, page, depth);
  if (!SILENT.has(name)) page.skips.element(name);
  return [];
}

function paragraph(nodes: readonly TreeNode[], page: Page): Block[] {
  const inlines = inlinesOf(nodes, page);
  return inlines.length === 0 ? [] : [{ type: 'paragraph', inlines }];
}

export const heading = (text: string): Block[] => (text === '' ? [] : [{ type: 'paragraph', inlines: [{ type: 'strong', text }] }]);

function listOf(node: TreeElement, page: Page, depth: number): Block[] {
  const items = childrenNamed(node, 'Item')
    .map((item) => conditioned(item, blocksOf(item.children, page, depth)))
    .filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ type: 'list', ordered: node.attributes['type'] === 'numero', items }];
}

function callout(node: TreeElement, tone: 'note' | 'warning', page: Page, depth: number): Block[] {
  const blocks = blocksOf(node.children, page, depth);
  const title = textOf(childNamed(node, 'Titre')).replace(/[\s:]+$/, '') || { note: 'À savoir', warning: 'Attention' }[tone];
  return blocks.length === 0 ? [] : [{ type: 'callout', tone, title, blocks }];
}
