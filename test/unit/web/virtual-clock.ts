import type { Timers } from '../../../web/receiver/timers.js';

interface Task {
  at: number;
  run: () => void;
}

/** Time that moves only when told to, and lets promises settle between two tasks. */
export class VirtualClock implements Timers {
  private time = 0;
  private tasks: Task[] = [];

  now(): number {
    return this.time;
  }
  after(ms: number, run: () => void): () => void {
    const task = { at: this.time + ms, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((one) => one !== task);
    };
  }
  wait(ms: number): Promise<void> {
    return new Promise((done) => void this.after(ms, done));
  }
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = next.at;
      this.tasks = this.tasks.filter((one) => one !== next);
      next.run();
      await settle();
    }
    this.time = end;
  }
  private next(end: number): Task | undefined {
    return this.tasks.filter((task) => task.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

export async function settle(): Promise<void> {
  for (let i = 0; i < 12; i += 1) await Promise.resolve();
}
