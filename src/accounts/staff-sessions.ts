import { Injectable } from '@nestjs/common';
import { refuse, type Refusal, type Role } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { Limiter } from '../platform/limiter.js';
import { Account, StaffSessionRow } from './account.entity.js';
import { AuditLog } from './audit-log.js';
import { Passwords } from './passwords.js';
import { hashOf, newToken } from './tokens.js';

/** Who acts: read again at each call, so that disabling an account or changing its roles holds at once. */
export interface Actor {
  id: string;
  /** Hash of the session's token. */
  session: string;
  name: string;
  email: string;
  roles: Role[];
  services: string[];
}
export const STAFF_COOKIE = 'guichet-staff';
/** A session ends after 12 hours, or 60 minutes without a call or an open socket. */
export const SESSION_MS = 12 * 3_600_000;
export const IDLE_MS = 60 * 60_000;
const SESSIONS_EACH = 5;
const SEEN_EVERY_MS = 5 * 60_000;

@Injectable()
export class StaffSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limiter: Limiter,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The same reply and the same time for an unknown address and for a wrong password. A try is counted before it is judged and
   * given back when it was right: guesses made at once would otherwise all pass before the first one counts.
   */
  async signIn(email: string, password: string, address: string): Promise<{ ok: true; token: string; actor: Actor } | Refusal> {
    const account = email.toLowerCase();
    const limits = [
      ['login.perAddressPer5Minutes', address],
      ['login.perAccountPer15Minutes', account],
    ] as const;
    for (const [limit, key] of limits) {
      const retryInMs = await this.limiter.take(limit, key);
      if (retryInMs !== undefined) return refuse('rate', { retryInMs });
    }
    const found = await this.database.orm.getRepository(Account).findOneBy({ email: account });
    const right = await this.passwords.matches(found?.disabled === 0 ? found.passwordHash : null, password);
    if (found === null || !right) {
      if (found !== null) await this.audit.record({ actor: found.id, action: 'sign-in-failed' });
      return refuse('auth');
    }
    for (const [limit, key] of limits) await this.limiter.giveBack(limit, key);
    return this.start(found);
  }

  private async start(account: Account): Promise<{ ok: true; token: string; actor: Actor }> {
    const token = newToken();
    const at = this.clock.now().toISOString();
    await this.database.write.perform(async (tx) => {
      await tx.run('INSERT INTO staff_session (id, account, created_at, seen_at) VALUES (?, ?, ?, ?)', [hashOf(token), account.id, at, at]);
      await tx.run('UPDATE account SET seen_at = ? WHERE id = ?', [at, account.id]);
      await tx.run(
        'DELETE FROM staff_session WHERE account = ? AND id NOT IN (SELECT id FROM staff_session WHERE account = ? ORDER BY created_at DESC, id LIMIT ?)',
        [account.id, account.id, SESSIONS_EACH],
      );
      await this.audit.recordWithin(tx, { actor: account.id, action: 'sign-in' });
    });
    return { ok: true, token, actor: actorOf(account, hashOf(token)) };
  }

  async find(token: string | undefined): Promise<Actor | undefined> {
    if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
    return this.alive(hashOf(token));
  }

  /** By the hash of its token: what a socket remembers of its session. */
  async alive(id: string): Promise<Actor | undefined> {
    const session = await this.database.orm.getRepository(StaffSessionRow).findOneBy({ id });
    if (session === null) return undefined;
    const now = this.clock.now().getTime();
    if (now - Date.parse(session.createdAt) > SESSION_MS || now - Date.parse(session.seenAt) > IDLE_MS) return undefined;
    const account = await this.database.orm.getRepository(Account).findOneBy({ id: session.account, disabled: 0 });
    if (account === null) return undefined;
    if (now - Date.parse(session.seenAt) > SEEN_EVERY_MS)
      await this.database.write.perform((tx) =>
        tx.run('UPDATE staff_session SET seen_at = ? WHERE id = ?', [new Date(now).toISOString(), id]),
      );
    return actorOf(account, id);
  }

  async end(actor: Actor): Promise<void> {
    await this.database.write.perform(async (tx) => {
      await tx.run('DELETE FROM staff_session WHERE id = ?', [actor.session]);
      await this.audit.recordWithin(tx, { actor: actor.id, action: 'sign-out' });
    });
  }
}

const actorOf = ({ id, name, email, roles, services }: Account, session: string): Actor => ({ id, session, name, email, roles, services });
