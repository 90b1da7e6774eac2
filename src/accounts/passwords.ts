import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's floor for Argon2id: 19 MiB, 2 passes, 1 lane. */
const COST = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashes computed at once: a flood of sign-ins must not take both cores from the conversations. */
const AT_ONCE = 2;

@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** Compared against when the account does not exist, so that both replies take the same time. */
  private readonly nobody = hash('a password that nobody has', COST);

  hash(password: string): Promise<string> {
    return this.oneOfFew(() => hash(password, COST));
  }

  matches(stored: string | null | undefined, password: string): Promise<boolean> {
    return this.oneOfFew(async () => {
      const right = await verify(stored ?? (await this.nobody), password);
      return right && stored != null;
    });
  }

  private async oneOfFew<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
