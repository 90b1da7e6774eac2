import { Worker } from 'node:worker_threads';

/** How long a thread that was asked to stay waits for more work before it gives its memory back. */
const STAYS_MS = 10 * 60_000;

/** A thread that does one task after the other and ends, unless it was asked to stay: a new one takes a second to load and to compile what it runs. */
export class WarmThread<Task> {
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private staysUntil = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: string) {}

  ask<Answer>(task: Task): Promise<Answer> {
    const answer = this.last.then(() => this.work<Answer>(task));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** More work is likely soon: starts the thread, and keeps it with what it has read. */
  stay(): void {
    this.staysUntil = performance.now() + STAYS_MS;
    if (this.worker !== undefined) return;
    this.worker = new Worker(this.file);
    this.rest(this.worker);
  }

  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private work<Answer>(task: Task): Promise<Answer> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= new Worker(this.file));
    worker.ref();
    return new Promise<Answer>((resolve, reject) => {
      const settle = (end: () => void) => {
        worker.off('message', answered).off('error', failed).off('exit', ended);
        this.rest(worker);
        end();
      };
      const answered = (answer: Answer) => settle(() => resolve(answer));
      const lost = (why: unknown) => {
        this.worker = undefined;
        settle(() => reject(why instanceof Error ? why : new Error(String(why))));
      };
      const failed = (error: unknown) => lost(error);
      const ended = (code: number) => lost(`a thread ended with ${code} before it answered`);
      worker.on('message', answered).on('error', failed).on('exit', ended);
      // A worker takes no target origin: the rule is about windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(task);
    });
  }

  private rest(worker: Worker): void {
    worker.unref();
    clearTimeout(this.idle);
    const stays = this.staysUntil - performance.now();
    if (stays <= 0) void this.stop();
    else this.idle = setTimeout(() => void this.stop(), stays).unref();
  }
}
