import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HEAD_BEACON_MS, type Status } from '../contract/index.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Repeating } from '../platform/repeating.js';
import type { Dialect } from '../platform/sql.js';
import { Announcer } from './announcer.js';
import { HandOff } from './hand-off.js';

interface Head {
  id: string;
  last_seq: number;
  status: Status;
  service: string | null;
  queued_at: string | null;
}
/** Without Redis, or while it is lost, no node hears of what another commits: each looks for itself this often. */
const POLL_MS = 2000;
/** Frames written before other work gets its turn. */
const TOLD_AT_ONCE = 100;

/** A list of any length as one value, so that the statement stays one. */
const LISTED: Record<Dialect, string> = {
  sqlite: '(SELECT value FROM json_each(?))',
  postgres: '(SELECT json_array_elements_text(?::json))',
};

/**
 * Tells every open room the newest number of its log: the loss of a last line cannot be seen as a gap. Queued citizens hear
 * their place with it. On PostgreSQL, where other nodes may write, the rooms whose number moved are told between two beats too:
 * with Redis as well, since a hint that fails does not say so.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly told = new Map<string, number>();
  private readonly jobs: Repeating[];

  constructor(
    private readonly database: Database,
    private readonly announcer: Announcer,
    private readonly handOff: HandOff,
    log: Log,
  ) {
    this.jobs = [new Repeating('heartbeat', HEAD_BEACON_MS, () => this.beat(), log)];
    if (database.dialect === 'postgres') this.jobs.push(new Repeating('poll', POLL_MS, () => this.poll(), log));
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs) job.start();
  }
  async beforeApplicationShutdown(): Promise<void> {
    for (const job of this.jobs) await job.stop();
  }

  /** Every open room, moved or not. */
  async beat(): Promise<void> {
    this.told.clear();
    const { conversations, services } = await this.heads();
    await this.tell(conversations, services);
    for (const { id, status, service, queued_at } of conversations) {
      if (status !== 'queued' || service === null || queued_at === null) continue;
      this.announcer.place(id, await this.handOff.place(this.database.read, service, queued_at));
    }
  }

  /** The rooms whose log grew since they were last told. */
  async poll(): Promise<void> {
    const { conversations, services } = await this.heads();
    const moved = (key: string, seq: number) => this.told.get(key) !== seq;
    await this.tell(
      conversations.filter(({ id, last_seq }) => moved(`c:${id}`, last_seq)),
      services.filter(({ service, last_seq }) => moved(`i:${service}`, last_seq)),
    );
  }

  private async heads(): Promise<{ conversations: Head[]; services: { service: string; last_seq: number }[] }> {
    const { conversations, services } = this.announcer.openRooms();
    const listed = LISTED[this.database.dialect];
    return {
      conversations:
        conversations.length === 0
          ? []
          : await this.database.read.all<Head>(`SELECT id, last_seq, status, service, queued_at FROM conversation WHERE id IN ${listed}`, [
              JSON.stringify(conversations),
            ]),
      services:
        services.length === 0
          ? []
          : await this.database.read.all<{ service: string; last_seq: number }>(
              `SELECT service, last_seq FROM inbox_head WHERE service IN ${listed}`,
              [JSON.stringify(services)],
            ),
    };
  }

  private async tell(conversations: Head[], services: { service: string; last_seq: number }[]): Promise<void> {
    let told = 0;
    for (const { id, last_seq } of conversations) {
      this.announcer.headOfConversation(id, last_seq);
      this.told.set(`c:${id}`, last_seq);
      if (++told % TOLD_AT_ONCE === 0) await new Promise((resume) => setImmediate(resume));
    }
    for (const { service, last_seq } of services) {
      this.announcer.headOfInbox(service, last_seq);
      this.told.set(`i:${service}`, last_seq);
    }
  }
}
