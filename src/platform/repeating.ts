import type { Log } from './logging.js';

/**
 * A job done every so many milliseconds, one run at a time: a slow run delays the next instead of piling up. What it throws is
 * logged and the next run comes all the same. `stop` resolves when nothing runs any more.
 */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly job: () => Promise<unknown>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.tick(), this.everyMs);
    // A process that has nothing else to do may end.
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private tick(): void {
    this.running ??= this.job()
      .then(
        () => {},
        (error: unknown) => this.log.failure('job failed', error, { job: this.name }),
      )
      .finally(() => {
        this.running = undefined;
      });
  }
}
