import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { refuse, type Ack } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Repeating } from '../platform/repeating.js';
import { Announcer } from './announcer.js';
import type { CitizenSession } from './citizen-session.js';
import { EventLog } from './event-log.js';
import type { ConversationRow } from './rows.js';
import { TEXTS } from './texts.js';

/** Silence after which a conversation with the robot is over. */
export const IDLE_AFTER_MS = 30 * 60_000;
const LOOK_EVERY_MS = 60_000;
/** Closed in one go: they share commits. */
const TOGETHER = 100;
const SYSTEM = { sender: 'system' } as const;

/** Closes what the robot holds and nobody writes in. Whoever waits for a person, or talks to one, is never closed by a clock. */
@Injectable()
export class Idle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job: Repeating;

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly announcer: Announcer,
    private readonly clock: Clock,
    log: Log,
  ) {
    this.job = new Repeating('idle', LOOK_EVERY_MS, () => this.closeSilent(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** « Continuer » : the citizen is still there, and has nothing to say yet. Silence is counted from now on; nothing is logged. */
  async keep(session: CitizenSession, conversationId: string): Promise<Ack<object>> {
    return this.database.write.perform(async (tx) => {
      const known = await tx.get<Pick<ConversationRow, 'status'>>('SELECT status FROM conversation WHERE id = ? AND session = ?', [
        conversationId,
        session.id,
      ]);
      if (known === undefined) return refuse('not-found');
      if (known.status === 'closed') return refuse('conversation.closed');
      await tx.run("UPDATE conversation SET active_at = ? WHERE id = ? AND status <> 'closed'", [
        this.clock.now().toISOString(),
        conversationId,
      ]);
      return { ok: true };
    });
  }

  /** How many were closed. */
  async closeSilent(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - IDLE_AFTER_MS).toISOString();
    let closed = 0;
    for (;;) {
      const silent = await this.database.read.all<{ id: string }>(
        "SELECT id FROM conversation WHERE status = 'bot' AND active_at < ? ORDER BY active_at LIMIT ?",
        [before, TOGETHER],
      );
      const done = (await Promise.all(silent.map(({ id }) => this.close(id, before)))).filter(Boolean).length;
      closed += done;
      if (silent.length < TOGETHER || done === 0) return closed;
    }
  }

  private async close(conversationId: string, before: string): Promise<boolean> {
    const appended = await this.events.append({
      conversationId,
      speaker: SYSTEM,
      body: {},
      change: ({ status, active_at, lang }, at) => {
        // Somebody wrote, or asked for a person, since the list was read.
        if (status !== 'bot' || active_at >= before) return 'busy';
        return {
          events: [
            { ...SYSTEM, kind: 'notice', body: { id: 'idle', text: TEXTS[lang].closedByIdle } },
            { ...SYSTEM, kind: 'status', body: { status: 'closed' } },
          ],
          set: { status: 'closed', closed_at: at, resolution: 'left' },
        };
      },
    });
    if (appended.ok) this.announcer.announce(appended);
    return appended.ok;
  }
}
