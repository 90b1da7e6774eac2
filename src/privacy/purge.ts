import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { AuditLog } from '../accounts/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import { PersonalDataRooms, type DueRows } from '../platform/personal-data.js';
import { Repeating } from '../platform/repeating.js';
import { cutTraces } from './sqlite-traces.js';

/** Of one class of rows: how many were due, out of how many, and how many went. */
export interface PurgedRows {
  room: string;
  class: string;
  due: number;
  all: number;
  purged: number;
}
export interface PurgeReport {
  id: string;
  at: string;
  /** The guard held everything back: somebody has to look. */
  stopped: boolean;
  counts: PurgedRows[];
}

/** Both at once, in one class: a clock that jumped, or a wrong setting, must not empty the base. */
const GUARD_ROWS = 500;
const GUARD_SHARE = 0.05;
/** How often it is looked whether this hour's purge was done: a restart must not put it off by another hour. */
const LOOK_EVERY_MS = 5 * 60_000;
const KEEP_REPORTS_MS = 400 * 86_400_000;

/** Every hour, once over all nodes: what is past its date goes, and a report stays. */
@Injectable()
export class Purge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job: Repeating;
  private readonly held: Gauge;

  constructor(
    private readonly database: Database,
    private readonly rooms: PersonalDataRooms,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.job = new Repeating('purge', LOOK_EVERY_MS, () => this.hourly(), log);
    this.held = new Gauge({
      name: 'guichet_purge_stopped',
      help: '1 when the last purge was held back by its guard',
      registers: [metrics.registry],
    });
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** Undefined when this hour's purge was already taken, here or on another node. */
  async hourly(): Promise<PurgeReport | undefined> {
    const at = this.clock.now();
    const hour = `${at.toISOString().slice(0, 13)}h`;
    return (await this.take(hour, at)) ? this.run(hour, at) : undefined;
  }

  /** By hand, after somebody looked at why the guard held it back. */
  async now({ despiteGuard }: { despiteGuard: boolean }): Promise<PurgeReport> {
    const at = this.clock.now();
    await this.take(at.toISOString(), at);
    return this.run(at.toISOString(), at, despiteGuard);
  }

  /** Newest first. */
  async reports(limit: number): Promise<PurgeReport[]> {
    const rows = await this.database.read.all<{ id: string; at: string; stopped: number; counts: string }>(
      'SELECT id, at, stopped, counts FROM purge_report ORDER BY at DESC, id DESC LIMIT ?',
      [limit],
    );
    return rows.map(({ id, at, stopped, counts }) => ({ id, at, stopped: stopped === 1, counts: JSON.parse(counts) as PurgedRows[] }));
  }

  private async take(id: string, at: Date): Promise<boolean> {
    const taken = await this.database.write.perform((tx) =>
      tx.run("INSERT INTO purge_report (id, at, counts) VALUES (?, ?, '[]') ON CONFLICT (id) DO NOTHING", [id, at.toISOString()]),
    );
    return taken === 1;
  }

  private async run(id: string, at: Date, despiteGuard = false): Promise<PurgeReport> {
    const counts: PurgedRows[] = [];
    let stopped = false;
    for (const room of this.rooms) {
      for (const { guarded, ...row } of await room.due(at)) {
        stopped ||= !despiteGuard && guarded && isUnusual(row);
        counts.push({ room: room.room, ...row, purged: 0 });
      }
    }
    if (!stopped) {
      for (const room of this.rooms) {
        const gone = await room.purge(at);
        for (const row of counts) if (row.room === room.room) row.purged = gone[row.class] ?? 0;
      }
    }
    const report = { id, at: at.toISOString(), stopped, counts };
    await this.keep(report);
    return report;
  }

  private async keep(report: PurgeReport): Promise<void> {
    const { id, at, stopped, counts } = report;
    const gone = counts.filter(({ purged }) => purged > 0);
    await this.database.write.perform(async (tx) => {
      await tx.run('UPDATE purge_report SET stopped = ?, counts = ? WHERE id = ?', [Number(stopped), JSON.stringify(counts), id]);
      await tx.run('DELETE FROM purge_report WHERE at < ?', [new Date(Date.parse(at) - KEEP_REPORTS_MS).toISOString()]);
      if (stopped || gone.length > 0) {
        const reason = stopped ? 'held back by the guard' : gone.map((row) => `${row.class} ${row.purged}`).join(', ');
        await this.audit.recordWithin(tx, { actor: 'system', action: 'purged', object: id, reason });
      }
    });
    this.held.set(Number(stopped));
    for (const row of counts) this.log.event(stopped ? 'purge stopped' : 'purged', { ...row });
    if (gone.length > 0 && !(await cutTraces(this.database))) this.log.event('purge left a write-ahead log behind');
  }
}

const isUnusual = ({ due, all }: Pick<DueRows, 'due' | 'all'>): boolean => due > GUARD_ROWS && due > all * GUARD_SHARE;
