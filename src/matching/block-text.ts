import type { Block, Inline } from '../contract/index.js';

/** The plain text of blocks, as a citizen reads it: used to index an article, to measure an answer and to show a passage to an agent. */
export const textOfInlines = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

export function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return textOfInlines(block.inlines);
    case 'list':
      return block.items.map((item) => textOfBlocks(item).replace(/[ \u00A0\u202F]*[;,.]$/, '')).join(' ; ');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(textOfInlines).join(' : ')).join(' ; ');
    case 'callout':
      return `${block.title} ${textOfBlocks(block.blocks)}`.trim();
    case 'cases':
      return [block.title, ...block.cases.map((branch) => `${branch.label} ${textOfBlocks(branch.blocks)}`)].join(' ').trim();
    case 'service':
      return [block.title, block.needs].filter(Boolean).join(' ');
    case 'contact':
      return [block.name, block.address, block.phone, block.hours].filter(Boolean).join(', ');
    case 'link':
      return block.title;
    case 'fact':
      return `${block.label} ${block.text}`.trim();
  }
}
export const textOfBlocks = (blocks: readonly Block[]): string => blocks.map(textOfBlock).filter(Boolean).join(' ');
