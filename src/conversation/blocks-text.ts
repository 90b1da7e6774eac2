import type { Block } from '../contract/index.js';
import { textOfBlocks, textOfInlines } from '../matching/index.js';

/** Blocks as lines of plain text, for a file or a terminal. Inside a line they read as they do everywhere. */
export const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).filter(Boolean).join('\n');

function blockText(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${textOfBlocks(item)}`).join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(textOfInlines).join(' | ')).join('\n');
    case 'callout':
      return `${block.title}\n${blocksText(block.blocks)}`;
    case 'cases':
      return [block.title, ...block.cases.map(({ label, blocks }) => `${label} :\n${blocksText(blocks)}`)].filter(Boolean).join('\n');
    case 'service':
    case 'link':
      return `${block.title}${block.url === undefined ? '' : ` : ${block.url}`}`;
    default:
      return textOfBlocks([block]);
  }
}
