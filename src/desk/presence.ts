import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Presence as State, Role } from '../contract/index.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Repeating } from '../platform/repeating.js';
import { databaseClock } from '../platform/sql.js';

/** A member of staff with an open desk, on whatever node. */
export interface Present {
  id: string;
  name: string;
  services: string[];
  state: State;
}
const BEAT_MS = 2500;
/** Without a beat for this long, a node's people are taken for gone. */
const GONE_AFTER_S = 15;
/** What somebody last chose holds over a reload or a lost link; later they start anew as away: a promise of a person is made on purpose. */
const REMEMBERED_S = 600;
const FORGOTTEN_S = 86_400;
/** A page that reloads is not a departure. */
const GRACE_MS = 3000;

/**
 * Who is there. Each node writes the people whose sockets it holds, with a beat that the database's clock judges, and keeps a
 * copy of everybody's rows in memory, since the turn of a conversation asks for it without waiting.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly node = randomUUID();
  /** Open sockets on this node, by account. */
  private readonly sockets = new Map<string, number>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private board: Present[] = [];
  private readonly job: Repeating;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {
    this.job = new Repeating('presence', BEAT_MS, () => this.beat(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.job.stop();
    for (const timer of this.leaving.values()) clearTimeout(timer);
    this.leaving.clear();
    this.sockets.clear();
    await this.database.write.perform((tx) => tx.run('UPDATE presence SET here = 0 WHERE node = ? AND here = 1', [this.node]));
  }

  /** A socket opened. */
  async arrive(account: string): Promise<void> {
    clearTimeout(this.leaving.get(account));
    this.leaving.delete(account);
    const open = (this.sockets.get(account) ?? 0) + 1;
    this.sockets.set(account, open);
    if (open > 1) return;
    const clock = (shift: number) => databaseClock(this.database.dialect, shift);
    await this.database.write.perform((tx) =>
      tx.run(
        `INSERT INTO presence (account, node, state, here, beat_at)
         VALUES (?, ?, coalesce((SELECT state FROM presence WHERE account = ? AND beat_at > ${clock(-REMEMBERED_S)} ORDER BY beat_at DESC LIMIT 1), 'away'), 1, ${clock(0)})
         ON CONFLICT (account, node) DO UPDATE SET state = excluded.state, here = 1, beat_at = excluded.beat_at`,
        [account, this.node, account],
      ),
    );
    await this.refresh();
  }

  /** A socket closed. */
  leave(account: string): void {
    const open = (this.sockets.get(account) ?? 0) - 1;
    if (open > 0) {
      this.sockets.set(account, open);
      return;
    }
    if (!this.sockets.delete(account)) return;
    this.leaving.set(
      account,
      setTimeout(() => void this.depart(account).catch((error: unknown) => this.log.failure('departure not written', error)), GRACE_MS),
    );
  }

  async set(account: string, state: State): Promise<void> {
    await this.database.write.perform((tx) => tx.run('UPDATE presence SET state = ? WHERE account = ?', [state, account]));
    await this.refresh();
  }

  stateOf(account: string): State | 'offline' {
    return this.board.find(({ id }) => id === account)?.state ?? 'offline';
  }
  available(service: string): number {
    return this.board.filter(({ state, services }) => state === 'available' && services.includes(service)).length;
  }
  /** Those who work, free or with somebody: what a waiting time is told from. */
  onDuty(service: string): number {
    return this.board.filter(({ state, services }) => state !== 'away' && services.includes(service)).length;
  }

  /** Writes that this node's people are still there, and reads everybody. */
  async beat(): Promise<void> {
    if (this.sockets.size > 0) {
      const now = databaseClock(this.database.dialect);
      await this.database.write.perform(async (tx) => {
        await tx.run(`UPDATE presence SET beat_at = ${now} WHERE node = ? AND here = 1`, [this.node]);
        await tx.run(`DELETE FROM presence WHERE beat_at < ${databaseClock(tx.dialect, -FORGOTTEN_S)}`);
      });
    }
    await this.refresh();
  }

  private async depart(account: string): Promise<void> {
    this.leaving.delete(account);
    if (this.sockets.has(account)) return;
    await this.database.write.perform((tx) => tx.run('UPDATE presence SET here = 0 WHERE account = ? AND node = ?', [account, this.node]));
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const rows = await this.database.read.all<{ id: string; name: string; roles: string; services: string; state: State }>(
      `SELECT account.id, account.name, account.roles, account.services, presence.state
       FROM presence JOIN account ON account.id = presence.account
       WHERE presence.here = 1 AND account.disabled = 0 AND presence.beat_at > ${databaseClock(this.database.dialect, -GONE_AFTER_S)}
       ORDER BY presence.beat_at DESC`,
    );
    const byId = new Map<string, Present>();
    for (const { id, name, roles, services, state } of rows) {
      const works = (JSON.parse(roles) as Role[]).some((role) => role === 'agent' || role === 'supervisor');
      if (works && !byId.has(id)) byId.set(id, { id, name, services: JSON.parse(services) as string[], state });
    }
    this.board = [...byId.values()];
  }
}
