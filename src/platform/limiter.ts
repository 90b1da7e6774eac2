import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitName } from '../contract/index.js';
import { Config } from './config.js';

const PERIOD_SECONDS: [RegExp, number][] = [
  [/PerSecond$/, 1],
  [/perMinute$|PerMinute$/, 60],
  [/Per5Minutes$/, 300],
  [/Per15Minutes$/, 900],
  [/PerHour$/, 3600],
  [/perDay$/, 86_400],
];

/** Counts what a session, an address or an account does against the named limits. One process counts for itself. */
@Injectable()
export class Limiter {
  private readonly buckets = new Map<LimitName, RateLimiterMemory>();

  constructor(private readonly config: Config) {}

  /** Undefined when it may go on, else the milliseconds to wait. */
  async take(limit: LimitName, key: string, points = 1): Promise<number | undefined> {
    try {
      await this.bucket(limit).consume(key, points);
      return undefined;
    } catch (refused) {
      return Math.max(1, (refused as RateLimiterRes).msBeforeNext);
    }
  }

  /** Takes back what was counted in advance for something that turned out well. */
  async giveBack(limit: LimitName, key: string): Promise<void> {
    await this.bucket(limit).reward(key, 1);
  }

  private bucket(limit: LimitName): RateLimiterMemory {
    let bucket = this.buckets.get(limit);
    if (bucket === undefined) {
      const period = PERIOD_SECONDS.find(([name]) => name.test(limit));
      if (period === undefined) throw new Error(`${limit} is not a rate`);
      bucket = new RateLimiterMemory({ keyPrefix: limit, points: this.config.limits[limit], duration: period[1] });
      this.buckets.set(limit, bucket);
    }
    return bucket;
  }
}
