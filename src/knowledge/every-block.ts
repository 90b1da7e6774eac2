import type { Article, Block } from '../contract/index.js';

/** All blocks of an article, those inside others included, in the order in which they read. */
export function* everyBlock({ sections }: Pick<Article, 'sections'>): Generator<Block> {
  for (const { blocks } of sections) yield* inside(blocks);
}

function* inside(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'list') for (const item of block.items) yield* inside(item);
    if (block.type === 'callout') yield* inside(block.blocks);
    if (block.type === 'cases') for (const branch of block.cases) yield* inside(branch.blocks);
  }
}
