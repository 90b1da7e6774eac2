import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SWEEP_MS } from '../contract/index.js';
import { EventLog, lastQuestion, Queueing, TEXTS, type Change, type ConversationRow } from '../conversation/index.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Repeating } from '../platform/repeating.js';
import { databaseClock, type Tx } from '../platform/sql.js';
import { backToCallback, callbackWaits } from './pending-callback.js';
import { StaffRooms } from './staff-rooms.js';

const SYSTEM = { sender: 'system' } as const;

/**
 * Gives back what a vanished agent held, at its first place in the queue. Each row is judged again under its lock, by the
 * database's clock: nodes may sweep together, and a lease renewed in between is left alone.
 */
@Injectable()
export class Sweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: Repeating;

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly queueing: Queueing,
    private readonly rooms: StaffRooms,
    private readonly log: Log,
  ) {
    this.job = new Repeating('sweep', SWEEP_MS, () => this.run(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  onApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** How many went back. */
  async run(): Promise<number> {
    const expired = await this.database.read.all<{ id: string }>(
      `SELECT id FROM conversation WHERE status = 'assigned' AND lease_until < ${databaseClock(this.database.dialect)} ORDER BY queued_at`,
    );
    let back = 0;
    for (const { id } of expired) {
      const appended = await this.events.append({
        conversationId: id,
        speaker: SYSTEM,
        body: { sweep: true },
        change: async (conversation, at, tx) => ((await isExpired(tx, id)) ? this.backToWaiting(conversation, at, tx) : 'not-owner'),
      });
      if (!appended.ok) continue;
      this.rooms.handOver(appended);
      this.log.event('lease expired', { conversation: id });
      back += 1;
    }
    return back;
  }

  private async backToWaiting(conversation: ConversationRow, at: string, tx: Tx): Promise<Change> {
    const service = conversation.service!;
    const summary = await lastQuestion(tx, conversation.id);
    if (await callbackWaits(tx, conversation.id)) return backToCallback(service, summary);
    const queued = await this.queueing.toQueue(tx, at, { conversation, service, speaker: SYSTEM, summary });
    return {
      ...queued,
      events: [
        { ...SYSTEM, kind: 'released', body: { to: 'queue', service } },
        { ...SYSTEM, kind: 'notice', body: { id: 'requeued', text: TEXTS[conversation.lang].requeued } },
        ...queued.events,
      ],
    };
  }
}

async function isExpired(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.get(
    `SELECT 1 AS one FROM conversation WHERE id = ? AND status = 'assigned' AND lease_until < ${databaseClock(tx.dialect)}`,
    [id],
  );
  return row !== undefined;
}
