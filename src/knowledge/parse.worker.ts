import { parentPort } from 'node:worker_threads';
import { parseArticle } from './parse-article.js';

export interface ParseTask {
  markdown: string;
  file: string;
  facts: ReadonlyMap<string, string>;
}

/** Parses drafts one after the other; null for one that nests deeper than the stack. */
parentPort!.on('message', ({ markdown, file, facts }: ParseTask) => {
  let parsed: ReturnType<typeof parseArticle> | null = null;
  try {
    parsed = parseArticle(markdown, file, facts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  // A worker's port takes no target origin: the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort!.postMessage(parsed);
});
