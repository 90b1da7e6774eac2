import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';

interface Cursor {
  conversationId: string;
  participant: string;
  delivered: number;
  read: number;
}
const WRITE_EVERY_MS = 1000;

/** How far each participant got. The maximum counts; written together once a second, since losing one is harmless. */
@Injectable()
export class Cursors implements OnApplicationShutdown {
  private waiting = new Map<string, Cursor>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  set(conversationId: string, participant: string, delivered: number, read: number): void {
    const key = `${conversationId} ${participant}`;
    const known = this.waiting.get(key);
    this.waiting.set(key, {
      conversationId,
      participant,
      delivered: Math.max(delivered, known?.delivered ?? 0),
      read: Math.max(read, known?.read ?? 0),
    });
    this.timer ??= setTimeout(
      () => void this.flush().catch((error: unknown) => this.log.failure('cursors not written', error)),
      WRITE_EVERY_MS,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== undefined) await this.flush();
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const cursors = [...this.waiting.values()];
    this.waiting = new Map();
    await this.database.write.perform(async (tx) => {
      for (const { conversationId, participant, delivered, read } of cursors) {
        await tx.run(
          `INSERT INTO cursor (conversation, participant, delivered, read)
             SELECT id, ?, CASE WHEN last_seq < ? THEN last_seq ELSE ? END, CASE WHEN last_seq < ? THEN last_seq ELSE ? END FROM conversation WHERE id = ?
           ON CONFLICT (conversation, participant) DO UPDATE SET
             delivered = CASE WHEN excluded.delivered > cursor.delivered THEN excluded.delivered ELSE cursor.delivered END,
             read = CASE WHEN excluded.read > cursor.read THEN excluded.read ELSE cursor.read END`,
          [participant, delivered, delivered, read, read, conversationId],
        );
      }
    });
  }
}
