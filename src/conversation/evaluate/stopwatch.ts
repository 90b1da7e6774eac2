import type { BatchItem, ReplyLine } from './batch.js';

const SLOWEST = 5;

/** Answers as it was told to, and remembers which items took longest. */
export class Stopwatch {
  private readonly times: { id: string; ms: number }[] = [];

  constructor(private readonly work: (item: BatchItem) => ReplyLine[]) {}

  readonly answer = (item: BatchItem): ReplyLine[] => {
    const before = performance.now();
    const lines = this.work(item);
    this.times.push({ id: item.id, ms: performance.now() - before });
    return lines;
  };

  slowest(): { id: string; ms: number }[] {
    return this.times.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  }
}
