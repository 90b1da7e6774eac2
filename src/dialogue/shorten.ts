import type { Block, Inline } from '../contract/index.js';
import { textOfBlock, textOfBlocks, textOfInlines } from '../matching/index.js';

/** Cards: shown whole, with a place of their own on screen, so they do not count as text. */
export const isCard = ({ type }: Block): boolean => type === 'service' || type === 'contact' || type === 'link';

/**
 * The beginning of blocks, up to `most` characters of text: a list is cut between items, a table between rows, a paragraph after a sentence. A
 * block is never cut in the middle of a sentence, so the first may exceed a little when its first sentence does.
 */
export function shorten(blocks: readonly Block[], most: number): { blocks: Block[]; cut: boolean } {
  const kept: Block[] = [];
  let left = most;
  for (const block of blocks) {
    if (isCard(block)) continue;
    const size = textOfBlock(block).length;
    if (size <= left) {
      kept.push(block);
      left -= size + 1;
      continue;
    }
    const part = beginning(block, left, kept.length === 0);
    if (part) kept.push(part);
    return { blocks: kept, cut: true };
  }
  return { blocks: kept, cut: false };
}

function beginning(block: Block, left: number, first: boolean): Block | undefined {
  switch (block.type) {
    case 'list': {
      const items = upTo(block.items, left, textOfBlocks);
      return items.length > 0 ? { ...block, items } : undefined;
    }
    case 'table': {
      const rows = upTo(block.rows, left - block.head.map(textOfInlines).join(' ').length, (row) => row.map(textOfInlines).join(' '));
      return rows.length > 0 ? { ...block, rows } : undefined;
    }
    case 'callout': {
      const inside = shorten(block.blocks, left - block.title.length).blocks;
      return inside.length > 0 ? { ...block, blocks: inside } : undefined;
    }
    case 'paragraph': {
      const inlines = sentencesUpTo(block.inlines, left, first);
      return inlines.length > 0 ? { ...block, inlines } : undefined;
    }
    default:
      return undefined;
  }
}

function upTo<T>(parts: readonly T[], left: number, text: (part: T) => string): T[] {
  const kept: T[] = [];
  let used = 0;
  for (const part of parts) {
    used += text(part).length + 3;
    if (used > left) break;
    kept.push(part);
  }
  return kept;
}

/** Inlines up to the last end of a sentence within `left` characters; the first sentence in any case when nothing else stands yet. */
function sentencesUpTo(inlines: readonly Inline[], left: number, first: boolean): Inline[] {
  const ends = [...textOfInlines(inlines).matchAll(/[.!?](?=\s|$)/g)].map(({ index }) => index + 1);
  const end = ends.findLast((place) => place <= left) ?? (first ? ends[0] : undefined);
  if (end === undefined) return first ? [...inlines] : [];
  const kept: Inline[] = [];
  let at = 0;
  for (const inline of inlines) {
    if (at >= end) break;
    kept.push(at + inline.text.length <= end ? inline : { ...inline, text: inline.text.slice(0, end - at) });
    at += inline.text.length;
  }
  return kept;
}
