import { Injectable } from '@nestjs/common';
import { refuse, type Refusal, type Role } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { Account, StaffSessionRow } from './account.entity.js';
import { AuditLog } from './audit-log.js';
import { Guesses } from './guesses.js';
import { Passwords } from './passwords.js';
import { SecondFactors } from './second-factors.js';
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
interface Started {
  ok: true;
  token: string;
  actor: Actor;
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
    private readonly config: Config,
    private readonly guesses: Guesses,
    private readonly passwords: Passwords,
    private readonly secondFactors: SecondFactors,
    private readonly audit: AuditLog,
  ) {}

  /** The same reply and the same time for an unknown address and for a wrong password; a code is looked at after the password only. */
  signIn(credentials: { email: string; password: string }, otp: string | undefined, address: string): Promise<Started | Refusal> {
    return this.guesses.judged(credentials.email, address, async () => {
      const found = await this.database.orm.getRepository(Account).findOneBy({ email: credentials.email.toLowerCase() });
      const right = await this.passwords.matches(found?.disabled === 0 ? found.passwordHash : null, credentials.password);
      if (found !== null && right) return this.start(found, otp);
      if (found !== null) await this.audit.record({ actor: found.id, action: 'sign-in-failed' });
      return refuse('auth');
    });
  }

  private async start(account: Account, otp: string | undefined): Promise<Started | Refusal> {
    const token = newToken();
    const at = this.clock.now().toISOString();
    const refused = await this.database.write.perform(async (tx) => {
      const missing = await this.secondFactors.pass(tx, account.id, otp);
      if (missing === 'otp-invalid') await this.audit.recordWithin(tx, { actor: account.id, action: 'sign-in-failed' });
      if (missing !== undefined) return missing;
      await tx.run('INSERT INTO staff_session (id, account, created_at, seen_at) VALUES (?, ?, ?, ?)', [hashOf(token), account.id, at, at]);
      await tx.run('UPDATE account SET seen_at = ? WHERE id = ?', [at, account.id]);
      await tx.run(
        'DELETE FROM staff_session WHERE account = ? AND id NOT IN (SELECT id FROM staff_session WHERE account = ? ORDER BY created_at DESC, id LIMIT ?)',
        [account.id, account.id, SESSIONS_EACH],
      );
      await this.audit.recordWithin(tx, { actor: account.id, action: 'sign-in' });
      return undefined;
    });
    return refused === undefined ? { ok: true, token, actor: await this.actorOf(account, hashOf(token)) } : refuse(refused);
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
    return this.actorOf(account, id);
  }

  async end(actor: Actor): Promise<void> {
    await this.database.write.perform(async (tx) => {
      await tx.run('DELETE FROM staff_session WHERE id = ?', [actor.session]);
      await this.audit.recordWithin(tx, { actor: actor.id, action: 'sign-out' });
    });
  }

  private async actorOf(account: Account, session: string): Promise<Actor> {
    const { id, name, email, services } = account;
    return { id, session, name, email, roles: await this.rolesOf(account), services };
  }

  /** The roles that hold now: where a second factor is required, those that manage wait for it. */
  private async rolesOf({ id, roles }: Account): Promise<Role[]> {
    if (this.config.settings.secondFactor === 'optional' || !roles.some(manages)) return roles;
    return (await this.secondFactors.isOn(id)) ? roles : roles.filter((role) => !manages(role));
  }
}

const manages = (role: Role): boolean => role === 'supervisor' || role === 'admin';
