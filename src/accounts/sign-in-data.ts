import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { PersonalData, PersonalDataRooms, type DueRows } from '../platform/personal-data.js';
import { IDLE_MS, SESSION_MS } from './staff-sessions.js';

/** What this room keeps of agents coming and going: sessions that ended and one-time links that nobody may use any more. */
@Injectable()
export class SignInData extends PersonalData implements OnModuleInit {
  readonly room = 'accounts';

  constructor(
    private readonly database: Database,
    private readonly rooms: PersonalDataRooms,
  ) {
    super();
  }

  onModuleInit(): void {
    this.rooms.add(this);
  }

  async due(at: Date): Promise<DueRows[]> {
    const count = async (sql: string, values: string[] = []) =>
      Number((await this.database.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, values))!.n);
    return [
      { class: 'staff-session', due: await count(ENDED, before(at)), all: await count('staff_session'), guarded: false },
      { class: 'one-time-link', due: await count(EXPIRED, [at.toISOString()]), all: await count('one_time_link'), guarded: false },
    ];
  }

  async purge(at: Date): Promise<Record<string, number>> {
    return this.database.write.perform(async (tx) => ({
      'staff-session': await tx.run(`DELETE FROM ${ENDED}`, before(at)),
      'one-time-link': await tx.run(`DELETE FROM ${EXPIRED}`, [at.toISOString()]),
    }));
  }

  /** Nothing of a citizen stands here. */
  async erase(): Promise<boolean> {
    return false;
  }
  async access(): Promise<undefined> {
    return undefined;
  }
}

const ENDED = 'staff_session WHERE created_at < ? OR seen_at < ?';
const EXPIRED = 'one_time_link WHERE expires_at < ?';
const before = (at: Date): string[] => [SESSION_MS, IDLE_MS].map((ms) => new Date(at.getTime() - ms).toISOString());
