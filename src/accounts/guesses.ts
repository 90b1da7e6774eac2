import { Injectable } from '@nestjs/common';
import { refuse, type ErrorCode, type Refusal } from '../contract/index.js';
import { Limiter } from '../platform/limiter.js';

const WRONG: readonly ErrorCode[] = ['auth', 'otp-invalid'];

/** Passwords and codes are guessed against the same two limits, wherever they are asked for. */
@Injectable()
export class Guesses {
  constructor(private readonly limiter: Limiter) {}

  /**
   * A try is counted before it is judged and given back unless it was a wrong guess: guesses made at once would otherwise all pass
   * before the first one counts. `rate` when there were too many of this account (by its email) or from this address.
   */
  async judged<T extends { ok: true }>(email: string, address: string, judge: () => Promise<T | Refusal>): Promise<T | Refusal> {
    const limits = [
      ['login.perAddressPer5Minutes', address],
      ['login.perAccountPer15Minutes', email.toLowerCase()],
    ] as const;
    for (const [limit, key] of limits) {
      const retryInMs = await this.limiter.take(limit, key);
      if (retryInMs !== undefined) return refuse('rate', { retryInMs });
    }
    const result = await judge();
    if (result.ok || !WRONG.includes(result.code)) for (const [limit, key] of limits) await this.limiter.giveBack(limit, key);
    return result;
  }
}
