import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { parseArticle, type ParsedArticle } from './parse-article.js';
import { Problems } from './problems.js';
import type { ParseTask } from './parse.worker.js';

/** How a draft is called where it has no file yet. */
export const DRAFT_FILE = 'article.md';
const WORKER = fileURLToPath(new URL('./parse.worker.js', import.meta.url));
/** A text of 100,000 characters takes a fifth of a second, a cold thread on a busy machine some seconds; one written to be slow takes minutes. */
const WITHIN_MS = 8000;

/** Parses what an editor types, in a thread of its own: Markdown can be written so that it takes minutes to read. */
@Injectable()
export class ArticleParser implements OnModuleDestroy {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** One draft after the other. Run from TypeScript sources, where no compiled worker stands beside this file, in this thread. */
  parse(markdown: string, facts: ReadonlyMap<string, string>): Promise<ParsedArticle> {
    if (!existsSync(WORKER)) return Promise.resolve(parseArticle(markdown, DRAFT_FILE, facts));
    const parsed = this.last.then(() => this.inWorker({ markdown, file: DRAFT_FILE, facts }));
    this.last = parsed;
    return parsed;
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private async inWorker(task: ParseTask): Promise<ParsedArticle> {
    const worker = (this.worker ??= new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: 256 } }));
    worker.unref();
    const parsed = await answerOf(worker, task);
    if (parsed !== null) return parsed;
    this.worker = undefined;
    await worker.terminate();
    const problems = new Problems(DRAFT_FILE);
    problems.error('too-complex', 'texte trop compliqué à lire : trop de signes imbriqués', 1);
    return { article: null, problems: problems.list, references: [], lines: {} };
  }
}

/** Null when the thread is too long about it or breaks down. */
function answerOf(worker: Worker, task: ParseTask): Promise<ParsedArticle | null> {
  return new Promise((resolve) => {
    const done = (parsed: ParsedArticle | null) => {
      clearTimeout(timer);
      worker.off('message', done).off('error', failed);
      resolve(parsed);
    };
    const failed = () => done(null);
    const timer = setTimeout(failed, WITHIN_MS);
    worker.on('message', done).on('error', failed);
    // A worker takes no target origin: the rule is about windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(task);
  });
}
