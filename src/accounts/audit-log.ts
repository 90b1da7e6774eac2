import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import type { Sql, Tx } from '../platform/sql.js';
import type { AuditRow } from './account.entity.js';

/** Closed list: what is worth a line. */
export type AuditAction =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'password-set'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'second-factor-reset'
  | 'recovery-code-used'
  | 'account-added'
  | 'account-changed'
  | 'account-disabled'
  | 'account-enabled'
  | 'account-reset'
  | 'conversation-read'
  | 'conversation-replayed'
  | 'conversation-claimed'
  | 'conversation-taken-over'
  | 'conversation-searched'
  | 'conversation-erased'
  | 'conversation-exported'
  | 'switches-changed'
  | 'article-saved'
  | 'article-status'
  | 'published'
  | 'purged';

export interface AuditLine {
  /** Account id, or `system`, or `cli`. */
  actor: string;
  action: AuditAction;
  object?: string;
  reason?: string;
}
const FIRST = '0'.repeat(43);

/** The access log of staff: append-only, pseudonymous ids, never a message's text. Each line's hash covers the one before. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  record(line: AuditLine): Promise<void> {
    return this.database.write.perform((tx) => this.recordWithin(tx, line));
  }

  /** Inside the unit of what it records, so that neither exists without the other. */
  async recordWithin(tx: Tx, { actor, action, object, reason }: AuditLine): Promise<void> {
    // Two nodes must not both follow the same line.
    if (tx.dialect === 'postgres') await tx.all('SELECT pg_advisory_xact_lock(4717002)');
    const last = await tx.get<{ n: number; hash: string }>('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1');
    const row = {
      n: (last?.n ?? 0) + 1,
      at: this.clock.now().toISOString(),
      actor,
      action,
      object: object ?? null,
      reason: reason ?? null,
      previous: last?.hash ?? FIRST,
    };
    await tx.run('INSERT INTO audit (n, at, actor, action, object, reason, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
      row.n,
      row.at,
      row.actor,
      row.action,
      row.object,
      row.reason,
      row.previous,
      lineHash(row),
    ]);
  }

  /** Newest first. */
  async page(before: number | undefined, limit: number): Promise<AuditEntry[]> {
    const rows = await this.database.read.all<AuditRow & { name: string | null }>(
      'SELECT audit.*, account.name FROM audit LEFT JOIN account ON account.id = audit.actor WHERE n < ? ORDER BY n DESC LIMIT ?',
      [before ?? 2_147_483_647, limit],
    );
    return rows.map(({ n, at, actor, name, action, object, reason }) => ({
      n,
      at,
      actor: name ?? actor,
      action,
      ...(object === null ? {} : { object }),
      ...(reason === null ? {} : { reason }),
    }));
  }
}

const lineHash = (row: Omit<AuditRow, 'hash'>) =>
  createHash('sha256')
    .update(JSON.stringify([row.n, row.at, row.actor, row.action, row.object, row.reason, row.previous]))
    .digest('base64url');

/** The number of the first line that was changed, removed or reordered; undefined when the chain holds. */
export async function firstBrokenLine(sql: Sql): Promise<number | undefined> {
  let previous = FIRST;
  let n = 0;
  for (const row of await sql.all<AuditRow>('SELECT * FROM audit ORDER BY n')) {
    n += 1;
    if (row.n !== n || row.previous !== previous || row.hash !== lineHash(row)) return n;
    previous = row.hash;
  }
  return undefined;
}
