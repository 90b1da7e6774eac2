import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { databaseClock } from '../platform/sql.js';

export interface MailJob {
  id: string;
  conversation: string;
  service: string;
  /** How often it was taken, this time included; the number also fences off a dispatcher that comes back late. */
  attempts: number;
}
export const MAIL = 'mail:callback';
const AT_ONCE = 10;
const LEASE_S = 60;
/** Seconds before the next attempt, by the number of failed ones; then it is given up. */
const BACK_OFF_S = [30, 60, 300, 900, 3600, 10_800, 21_600];

/** The mails that the outbox holds. Several nodes may take from it: each job is leased to one, by the database's clock. */
@Injectable()
export class MailJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async anyDue(): Promise<boolean> {
    const { dialect, read } = this.database;
    const row = await read.get(
      `SELECT 1 AS one FROM outbox WHERE kind = ? AND done_at IS NULL AND not_before <= ${databaseClock(dialect)}
       AND (lease_until IS NULL OR lease_until < ${databaseClock(dialect)}) LIMIT 1`,
      [MAIL],
    );
    return row !== undefined;
  }

  async take(): Promise<MailJob[]> {
    return this.database.write.perform(async (tx) => {
      const now = databaseClock(tx.dialect);
      const rows = await tx.all<{ id: string; conversation: string; payload: string; attempts: number }>(
        `SELECT id, conversation, payload, attempts FROM outbox
         WHERE kind = ? AND done_at IS NULL AND not_before <= ${now} AND (lease_until IS NULL OR lease_until < ${now})
         ORDER BY not_before, id LIMIT ?${tx.dialect === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : ''}`,
        [MAIL, AT_ONCE],
      );
      for (const { id } of rows)
        await tx.run(`UPDATE outbox SET attempts = attempts + 1, lease_until = ${databaseClock(tx.dialect, LEASE_S)} WHERE id = ?`, [id]);
      return rows.map(({ id, conversation, payload, attempts }) => ({
        id,
        conversation,
        service: (JSON.parse(payload) as { service: string }).service,
        attempts: attempts + 1,
      }));
    });
  }

  async done({ id, attempts }: MailJob): Promise<void> {
    const at = this.clock.now().toISOString();
    await this.database.write.perform((tx) =>
      tx.run('UPDATE outbox SET done_at = ?, lease_until = NULL WHERE id = ? AND attempts = ?', [at, id, attempts]),
    );
  }

  /** Later, or never: false when that was the last attempt. */
  async failed(job: MailJob): Promise<boolean> {
    const wait = BACK_OFF_S[job.attempts - 1];
    if (wait === undefined) {
      await this.done(job);
      return false;
    }
    await this.database.write.perform((tx) =>
      tx.run(`UPDATE outbox SET not_before = ${databaseClock(tx.dialect, wait)}, lease_until = NULL WHERE id = ? AND attempts = ?`, [
        job.id,
        job.attempts,
      ]),
    );
    return true;
  }

  /** Without a mail server nothing is owed. */
  async drop(): Promise<void> {
    const at = this.clock.now().toISOString();
    await this.database.write.perform((tx) => tx.run('UPDATE outbox SET done_at = ? WHERE kind = ? AND done_at IS NULL', [at, MAIL]));
  }
}
