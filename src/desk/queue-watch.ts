import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Announcer, EventLog, TEXTS } from '../conversation/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import { Repeating } from '../platform/repeating.js';
import type { Sql } from '../platform/sql.js';
import { Presence } from './presence.js';

const LOOK_EVERY_MS = 2500;
/** Desks that come back after a restart or a short cut must not make citizens be told that nobody is there. */
const PATIENCE_MS = 7000;

/** Waiting, and not told since they joined the queue that nobody is there. */
const UNTOLD = `status = 'queued' AND NOT EXISTS (SELECT 1 FROM event n WHERE n.conversation = conversation.id AND n.kind = 'notice'
  AND n.body LIKE '{"id":"nobody"%' AND n.seq > (SELECT max(s.seq) FROM event s WHERE s.conversation = conversation.id AND s.kind = 'status'))`;

/** Looks at the queues: their lengths for the metrics, and queues from which the last agent has gone home. */
@Injectable()
export class QueueWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: Repeating;
  /** Since when a service with a queue has nobody on duty. */
  private readonly deserted = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly presence: Presence,
    private readonly announcer: Announcer,
    private readonly config: Config,
    private readonly metrics: Metrics,
    log: Log,
  ) {
    this.job = new Repeating('queues', LOOK_EVERY_MS, () => this.look(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  onApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  async look(now = performance.now()): Promise<void> {
    const queues = await this.database.read.all<{ service: string; n: number }>(
      "SELECT service, count(*) AS n FROM conversation WHERE status = 'queued' GROUP BY service",
    );
    for (const { id } of this.config.services) {
      const length = Number(queues.find(({ service }) => service === id)?.n ?? 0);
      this.metrics.queued.set({ service: id }, length);
      if (length === 0 || this.presence.onDuty(id) > 0) this.deserted.delete(id);
      else if (!this.deserted.has(id)) this.deserted.set(id, now);
      else if (now - this.deserted.get(id)! >= PATIENCE_MS) await this.tellAll(id);
    }
  }

  private async tellAll(service: string): Promise<void> {
    const waiting = await this.database.read.all<{ id: string }>(`SELECT id FROM conversation WHERE service = ? AND ${UNTOLD}`, [service]);
    for (const { id } of waiting) {
      const appended = await this.events.append({
        conversationId: id,
        speaker: { sender: 'system' },
        body: { nobody: true },
        change: async ({ lang }, _at, tx) =>
          (await isUntold(tx, id))
            ? { events: [{ sender: 'system', kind: 'notice', body: { id: 'nobody', text: TEXTS[lang].nobodyThere() } }] }
            : 'not-owner',
      });
      if (appended.ok) this.announcer.announce(appended);
    }
  }
}

/** Again under the lock: another node may have said it meanwhile. */
const isUntold = async (sql: Sql, id: string) =>
  (await sql.get(`SELECT 1 AS one FROM conversation WHERE id = ? AND ${UNTOLD}`, [id])) !== undefined;
