import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import { Repeating } from '../platform/repeating.js';
import { checkInvariants, type Violations } from './invariants.js';

const EVERY_MS = 60_000;
/** Only a write can break a log: older conversations were looked at when they were written to. `guichet verify` looks at all. */
const WINDOW_MS = 15 * 60_000;

/** Every minute, into the metric that an operator's alarm watches. */
@Injectable()
export class WatchInvariants implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job: Repeating;

  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.job = new Repeating('invariants', EVERY_MS, () => this.look(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  async look(): Promise<Violations[]> {
    const now = this.clock.now();
    const found = await checkInvariants(this.database.read, now, new Date(now.getTime() - WINDOW_MS).toISOString());
    for (const { name, count } of found) {
      this.metrics.violations.set({ invariant: name }, count);
      if (count > 0) this.log.event('invariant broken', { invariant: name, count });
    }
    return found;
  }
}
