import { Injectable } from '@nestjs/common';
import type { InboxEntry, Synced } from '../contract/index.js';
import { Database } from '../platform/database.js';
import { toEvent, toInboxEntry, type ConversationRow, type EventRow, type InboxRow } from './rows.js';

/** Pages of the committed logs. Whether somebody may read one is judged before. */
@Injectable()
export class ReadLog {
  constructor(private readonly database: Database) {}

  conversation(id: string): Promise<ConversationRow | undefined> {
    return this.database.read.get<ConversationRow>('SELECT * FROM conversation WHERE id = ?', [id]);
  }

  async events(id: string, after: number, limit: number): Promise<Synced> {
    // The head is read first: a line committed in between is told by the next sync, never skipped.
    const head =
      (await this.database.read.get<{ last_seq: number }>('SELECT last_seq FROM conversation WHERE id = ?', [id]))?.last_seq ?? 0;
    const rows = await this.database.read.all<EventRow>('SELECT * FROM event WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?', [
      id,
      after,
      limit,
    ]);
    const last = rows.at(-1)?.seq ?? after;
    return { events: rows.map(toEvent), head: Math.max(head, last), more: last < head };
  }

  /** The lines up to one, as they are stored. */
  rows(id: string, last: number): Promise<EventRow[]> {
    return this.database.read.all<EventRow>('SELECT * FROM event WHERE conversation = ? AND seq <= ? ORDER BY seq', [id, last]);
  }

  async inbox(service: string, after: number, limit: number): Promise<{ entries: InboxEntry[]; head: number; more: boolean }> {
    const head =
      (await this.database.read.get<{ last_seq: number }>('SELECT last_seq FROM inbox_head WHERE service = ?', [service]))?.last_seq ?? 0;
    const rows = await this.database.read.all<InboxRow>('SELECT * FROM inbox WHERE service = ? AND seq > ? ORDER BY seq LIMIT ?', [
      service,
      after,
      limit,
    ]);
    const last = rows.at(-1)?.seq ?? after;
    return { entries: rows.map(toInboxEntry), head: Math.max(head, last), more: last < head };
  }
}
