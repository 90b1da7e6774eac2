import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse, type Refusal, type Role, type StaffAccount } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import type { Tx } from '../platform/sql.js';
import { Account, OneTimeLink } from './account.entity.js';
import { AuditLog } from './audit-log.js';
import { Passwords } from './passwords.js';
import { SecondFactor } from './second-factor.entity.js';
import type { Actor } from './staff-sessions.js';
import { hashOf, newToken } from './tokens.js';

export interface NewAccount {
  email: string;
  name: string;
  roles: Role[];
  services: string[];
}
const INVITATION_MS = 7 * 86_400_000;
const SETUP_MS = 24 * 3_600_000;

/** Staff accounts. There is no default password: whoever holds a one-time link sets their own. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly audit: AuditLog,
  ) {}

  async list(): Promise<StaffAccount[]> {
    const secured = await this.database.orm.getRepository(SecondFactor).findBy({ active: 1 });
    const on = new Set(secured.map(({ account }) => account));
    const accounts = await this.database.orm.getRepository(Account).find({ order: { name: 'ASC', id: 'ASC' } });
    return accounts.map((account) => toStaffAccount(account, on.has(account.id)));
  }
  async byId(id: string): Promise<StaffAccount | undefined> {
    const account = await this.database.orm.getRepository(Account).findOneBy({ id });
    return account === null
      ? undefined
      : toStaffAccount(account, await this.database.orm.getRepository(SecondFactor).existsBy({ account: id, active: 1 }));
  }
  byEmail(email: string): Promise<Account | null> {
    return this.database.orm.getRepository(Account).findOneBy({ email: email.toLowerCase() });
  }
  async isEmpty(): Promise<boolean> {
    return (await this.database.orm.getRepository(Account).count()) === 0;
  }

  /** The token of the set-up link that the first start prints; a newer one replaces it. */
  async setupToken(): Promise<string> {
    await this.database.write.perform((tx) => tx.run("DELETE FROM one_time_link WHERE purpose = 'setup'"));
    return this.database.write.perform((tx) => this.link(tx, 'setup', null, SETUP_MS));
  }

  /** The first account of an empty installation gets every role but the data protection officer's. */
  async setUp(
    token: string,
    { email, name, password }: { email: string; name: string; password: string },
  ): Promise<{ ok: true } | Refusal> {
    if (!(await this.isEmpty())) return refuse('auth');
    const passwordHash = await this.passwords.hash(password);
    return this.database.write.perform(async (tx) => {
      if (!(await this.use(tx, token, 'setup'))) return refuse('auth');
      const services = this.config.services.map(({ id }) => id);
      await this.insert(tx, { email, name, roles: ['admin', 'supervisor', 'agent', 'editor'], services }, passwordHash, 'system');
      return { ok: true as const };
    });
  }

  async add(account: NewAccount, by: string, password?: string): Promise<{ ok: true; account: StaffAccount; token?: string } | Refusal> {
    if ((await this.byEmail(account.email)) !== null) return refuse('already-taken');
    if (account.services.some((id) => !this.config.services.some((known) => known.id === id))) return refuse('bad');
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    const { id, token } = await this.database.write.perform(async (tx) => {
      const added = await this.insert(tx, account, passwordHash, by);
      return { id: added, token: password === undefined ? await this.link(tx, 'password', added, INVITATION_MS) : undefined };
    });
    return { ok: true, account: (await this.byId(id))!, ...(token === undefined ? {} : { token }) };
  }

  async change(id: string, patch: Partial<Omit<NewAccount, 'email'>>, by: Actor): Promise<{ ok: true } | Refusal> {
    const account = await this.database.orm.getRepository(Account).findOneBy({ id });
    if (account === null) return refuse('not-found');
    if (patch.services?.some((service) => !this.config.services.some((known) => known.id === service))) return refuse('bad');
    if (patch.roles !== undefined && !patch.roles.includes('admin') && (await this.isLastAdmin(account))) return refuse('bad');
    await this.database.write.perform(async (tx) => {
      await tx.run('UPDATE account SET name = ?, roles = ?, services = ? WHERE id = ?', [
        patch.name ?? account.name,
        JSON.stringify(patch.roles ?? account.roles),
        JSON.stringify(patch.services ?? account.services),
        id,
      ]);
      await this.audit.recordWithin(tx, { actor: by.id, action: 'account-changed', object: id });
    });
    return { ok: true };
  }

  async disable(id: string, disabled: boolean, by: string): Promise<{ ok: true } | Refusal> {
    const account = await this.database.orm.getRepository(Account).findOneBy({ id });
    if (account === null) return refuse('not-found');
    if (disabled && (await this.isLastAdmin(account))) return refuse('bad');
    await this.database.write.perform(async (tx) => {
      await tx.run('UPDATE account SET disabled = ? WHERE id = ?', [Number(disabled), id]);
      if (disabled) await tx.run('DELETE FROM staff_session WHERE account = ?', [id]);
      await this.audit.recordWithin(tx, { actor: by, action: disabled ? 'account-disabled' : 'account-enabled', object: id });
    });
    return { ok: true };
  }

  /** Ends the sessions and gives a link to choose another password. */
  async reset(id: string, by: string): Promise<{ ok: true; token: string } | Refusal> {
    if ((await this.byId(id)) === undefined) return refuse('not-found');
    const token = await this.database.write.perform(async (tx) => {
      await tx.run('DELETE FROM staff_session WHERE account = ?', [id]);
      await tx.run('DELETE FROM one_time_link WHERE account = ?', [id]);
      await tx.run('UPDATE account SET password_hash = NULL WHERE id = ?', [id]);
      await this.audit.recordWithin(tx, { actor: by, action: 'account-reset', object: id });
      return this.link(tx, 'password', id, INVITATION_MS);
    });
    return { ok: true, token };
  }

  async setPassword(token: string, password: string): Promise<{ ok: true } | Refusal> {
    const passwordHash = await this.passwords.hash(password);
    return this.database.write.perform(async (tx) => {
      const link = await this.use(tx, token, 'password');
      if (link?.account == null) return refuse('auth');
      await tx.run('UPDATE account SET password_hash = ? WHERE id = ?', [passwordHash, link.account]);
      await tx.run('DELETE FROM staff_session WHERE account = ?', [link.account]);
      await this.audit.recordWithin(tx, { actor: link.account, action: 'password-set' });
      return { ok: true as const };
    });
  }

  async changePassword(actor: Actor, password: string): Promise<{ ok: true }> {
    const passwordHash = await this.passwords.hash(password);
    await this.database.write.perform(async (tx) => {
      await tx.run('UPDATE account SET password_hash = ? WHERE id = ?', [passwordHash, actor.id]);
      await tx.run('DELETE FROM staff_session WHERE account = ? AND id <> ?', [actor.id, actor.session]);
      await this.audit.recordWithin(tx, { actor: actor.id, action: 'password-set' });
    });
    return { ok: true };
  }

  async hasPassword(id: string, password: string): Promise<boolean> {
    const account = await this.database.orm.getRepository(Account).findOneBy({ id });
    return this.passwords.matches(account?.passwordHash, password);
  }

  private async isLastAdmin(account: Account): Promise<boolean> {
    if (!account.roles.includes('admin') || account.disabled === 1) return false;
    return !(await this.list()).some((other) => other.id !== account.id && !other.disabled && other.roles.includes('admin'));
  }

  private async insert(tx: Tx, { email, name, roles, services }: NewAccount, passwordHash: string | null, by: string): Promise<string> {
    const id = randomUUID();
    await tx.run(
      'INSERT INTO account (id, email, name, password_hash, roles, services, disabled, created_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)',
      [id, email.toLowerCase(), name, passwordHash, JSON.stringify(roles), JSON.stringify(services), this.clock.now().toISOString()],
    );
    await this.audit.recordWithin(tx, { actor: by, action: 'account-added', object: id });
    return id;
  }

  private async link(tx: Tx, purpose: OneTimeLink['purpose'], account: string | null, ms: number): Promise<string> {
    const token = newToken();
    await tx.run('INSERT INTO one_time_link (id, purpose, account, expires_at) VALUES (?, ?, ?, ?)', [
      hashOf(token),
      purpose,
      account,
      new Date(this.clock.now().getTime() + ms).toISOString(),
    ]);
    return token;
  }

  /** Takes the link away; undefined when it never was, was used, or is too old. */
  private async use(tx: Tx, token: string, purpose: OneTimeLink['purpose']): Promise<{ account: string | null } | undefined> {
    const link = await tx.get<{ account: string | null; expires_at: string }>(
      'DELETE FROM one_time_link WHERE id = ? AND purpose = ? RETURNING account, expires_at',
      [hashOf(token), purpose],
    );
    return link !== undefined && link.expires_at > this.clock.now().toISOString() ? link : undefined;
  }
}

const toStaffAccount = (
  { id, email, name, roles, services, disabled, passwordHash, seenAt }: Account,
  secondFactor: boolean,
): StaffAccount => ({
  id,
  email,
  name,
  roles,
  services,
  disabled: disabled === 1,
  ready: passwordHash !== null,
  secondFactor,
  ...(seenAt === null ? {} : { lastSeenAt: seenAt }),
});
