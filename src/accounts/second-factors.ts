import { Injectable } from '@nestjs/common';
import { refuse, type Enrolment, type RecoveryCodes, type Refusal } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { SecretBox } from '../platform/secret-box.js';
import type { Sql, Tx } from '../platform/sql.js';
import { AuditLog } from './audit-log.js';
import { enrolmentUri, isRecoveryCode, newRecoveryCodes, newSecret, stepOf } from './one-time-codes.js';
import type { Actor } from './staff-sessions.js';
import { hashOf } from './tokens.js';

/** The second factor of accounts: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for the day it is lost. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly box: SecretBox,
    private readonly audit: AuditLog,
  ) {}

  /** Whether a code is asked of the account at sign-in. */
  async isOn(account: string, sql: Sql = this.database.read): Promise<boolean> {
    return (await sql.get('SELECT account FROM second_factor WHERE account = ? AND active = 1', [account])) !== undefined;
  }
  async recoveryCodesLeft(account: string): Promise<number> {
    return Number((await this.database.read.get<{ n: number }>('SELECT count(*) AS n FROM recovery_code WHERE account = ?', [account]))!.n);
  }

  /** A new secret, which nothing asks for until it is confirmed; it replaces one that never was. `bad` when the factor is on. */
  async begin({ id, email }: Actor): Promise<({ ok: true } & Enrolment) | Refusal> {
    const secret = newSecret();
    const begun = await this.database.write.perform((tx) =>
      tx.run(
        `INSERT INTO second_factor (account, secret, active, last_step) VALUES (?, ?, 0, 0)
         ON CONFLICT (account) DO UPDATE SET secret = excluded.secret WHERE second_factor.active = 0`,
        [id, this.box.seal(secret)],
      ),
    );
    return begun === 1 ? { ok: true, secret, uri: enrolmentUri(secret, email) } : refuse('bad');
  }

  /** The first code shows that the app holds the secret. `not-found` when nothing waits to be confirmed. */
  confirm(actor: Actor, code: string): Promise<({ ok: true } & RecoveryCodes) | Refusal> {
    const recoveryCodes = newRecoveryCodes();
    return this.database.write.perform(async (tx) => {
      const begun = await tx.get<{ secret: string }>('SELECT secret FROM second_factor WHERE account = ? AND active = 0', [actor.id]);
      if (begun === undefined) return refuse('not-found');
      const step = this.step(begun.secret, code);
      if (step === undefined) return refuse('otp-invalid');
      const confirmed = 'UPDATE second_factor SET active = 1, last_step = ? WHERE account = ? AND active = 0 AND secret = ?';
      if ((await tx.run(confirmed, [step, actor.id, begun.secret])) !== 1) return refuse('not-found');
      for (const one of recoveryCodes) await tx.run('INSERT INTO recovery_code (id, account) VALUES (?, ?)', [hashOf(one), actor.id]);
      await tx.run('DELETE FROM staff_session WHERE account = ? AND id <> ?', [actor.id, actor.session]);
      await this.audit.recordWithin(tx, { actor: actor.id, action: 'second-factor-on' });
      return { ok: true as const, recoveryCodes };
    });
  }

  switchOff({ id }: Actor, code: string): Promise<{ ok: true } | Refusal> {
    return this.database.write.perform(async (tx) => {
      if (!(await this.take(tx, id, code))) return refuse('otp-invalid');
      await this.remove(tx, id);
      await this.audit.recordWithin(tx, { actor: id, action: 'second-factor-off' });
      return { ok: true as const };
    });
  }

  /** For whoever lost the app and the recovery codes. Ends the sessions: it may be somebody else who switched it on. */
  reset(id: string, by: string): Promise<{ ok: true } | Refusal> {
    return this.database.write.perform(async (tx) => {
      if ((await this.remove(tx, id)) === 0) return refuse('not-found');
      await tx.run('DELETE FROM staff_session WHERE account = ?', [id]);
      await this.audit.recordWithin(tx, { actor: by, action: 'second-factor-reset', object: id });
      return { ok: true as const };
    });
  }

  /** Within the unit that opens the session: what still stands before it, once the password was right. */
  async pass(tx: Tx, account: string, code: string | undefined): Promise<'otp-required' | 'otp-invalid' | undefined> {
    if (!(await this.isOn(account, tx))) return undefined;
    if (code === undefined) return 'otp-required';
    return (await this.take(tx, account, code)) ? undefined : 'otp-invalid';
  }

  /** Each code is taken once, by whoever comes first: the guarded statement decides, on several nodes too. */
  private async take(tx: Tx, account: string, code: string): Promise<boolean> {
    if (isRecoveryCode(code)) {
      if ((await tx.run('DELETE FROM recovery_code WHERE id = ? AND account = ?', [hashOf(code), account])) !== 1) return false;
      await this.audit.recordWithin(tx, { actor: account, action: 'recovery-code-used' });
      return true;
    }
    const factor = await tx.get<{ secret: string }>('SELECT secret FROM second_factor WHERE account = ? AND active = 1', [account]);
    const step = factor && this.step(factor.secret, code);
    if (step === undefined) return false;
    const taken = 'UPDATE second_factor SET last_step = ? WHERE account = ? AND active = 1 AND last_step < ?';
    return (await tx.run(taken, [step, account, step])) === 1;
  }

  /** A secret whose key is gone has no codes: recovery codes and a reset remain. */
  private step(sealed: string, code: string): number | undefined {
    let secret: string;
    try {
      secret = this.box.open(sealed);
    } catch {
      return undefined;
    }
    return stepOf(secret, code, this.clock.now());
  }

  private async remove(tx: Tx, account: string): Promise<number> {
    await tx.run('DELETE FROM recovery_code WHERE account = ?', [account]);
    return tx.run('DELETE FROM second_factor WHERE account = ?', [account]);
  }
}
