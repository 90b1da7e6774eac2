import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { PersonalData, PersonalDataRooms, type DueRows } from '../platform/personal-data.js';

/** Notes about a conversation whose words were taken back; with the conversation itself they go by themselves. */
const ORPHANED = "EXISTS (SELECT 1 FROM event WHERE event.conversation = note.conversation AND event.kind = 'erased')";

/** What this room keeps about people: the agents' notes. */
@Injectable()
export class NoteData extends PersonalData implements OnModuleInit {
  readonly room = 'desk';

  constructor(
    private readonly database: Database,
    private readonly rooms: PersonalDataRooms,
  ) {
    super();
  }

  onModuleInit(): void {
    this.rooms.add(this);
  }

  async due(): Promise<DueRows[]> {
    const count = async (sql: string) => Number((await this.database.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`))!.n);
    return [{ class: 'note', due: await count(`note WHERE ${ORPHANED}`), all: await count('note'), guarded: false }];
  }

  async purge(): Promise<Record<string, number>> {
    return { note: await this.database.write.perform((tx) => tx.run(`DELETE FROM note WHERE ${ORPHANED}`)) };
  }

  async erase(conversationId: string): Promise<boolean> {
    return (await this.database.write.perform((tx) => tx.run('DELETE FROM note WHERE conversation = ?', [conversationId]))) > 0;
  }

  async access(conversationId: string): Promise<object | undefined> {
    const notes = await this.database.read.all('SELECT author, created_at, text FROM note WHERE conversation = ? ORDER BY created_at, id', [
      conversationId,
    ]);
    return notes.length === 0 ? undefined : { notes };
  }
}
