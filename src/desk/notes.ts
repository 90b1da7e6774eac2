import { Injectable } from '@nestjs/common';
import type { ActorValue } from '../accounts/index.js';
import { refuse, type Note, type Refusal } from '../contract/index.js';
import { ReadLog } from '../conversation/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import type { Sql } from '../platform/sql.js';
import { reading } from './access.js';
import { insertNote } from './insert-note.js';

interface NoteRow {
  id: string;
  author: string;
  created_at: string;
  text: string;
}

/** Internal notes of a conversation: for the staff, never for the citizen's screen. */
@Injectable()
export class Notes {
  constructor(
    private readonly database: Database,
    private readonly readLog: ReadLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async of(conversation: string): Promise<Note[]> {
    const rows = await this.database.read.all<NoteRow>(
      'SELECT id, author, created_at, text FROM note WHERE conversation = ? ORDER BY created_at, id',
      [conversation],
    );
    return rows.map(toNote);
  }

  async add(actor: ActorValue, conversationId: string, text: string): Promise<{ ok: true; note: Note } | Refusal> {
    const conversation = await this.readLog.conversation(conversationId);
    if (conversation === undefined || reading(actor, conversation, this.config) !== 'free') return refuse('not-found');
    const at = this.clock.now().toISOString();
    const row = await this.database.write.perform(async (tx) => {
      const id = await insertNote(tx, { conversation: conversationId, actor, text }, at);
      return oneNote(tx, id);
    });
    return { ok: true, note: toNote(row!) };
  }
}

const oneNote = (sql: Sql, id: string) => sql.get<NoteRow>('SELECT id, author, created_at, text FROM note WHERE id = ?', [id]);
const toNote = ({ id, author, created_at, text }: NoteRow): Note => ({ id, author, at: created_at, text });
