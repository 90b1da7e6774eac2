import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { PersonalData, PersonalDataRooms, type DueRows } from '../platform/personal-data.js';
import { SecretBox } from '../platform/secret-box.js';
import { marks, type Tx } from '../platform/sql.js';
import { Announcer } from './announcer.js';
import { IDLE_MS } from './citizen-session.js';
import { eraseTexts } from './close-conversation.js';
import { EventLog } from './event-log.js';
import { ReadLog } from './read-log.js';
import { daysAfter, RETENTION_DAYS } from './retention.js';
import type { ConversationRow } from './rows.js';

/** Conversations that one unit removes: it must not hold up the citizens. */
const TOGETHER = 50;
const SYSTEM = { sender: 'system' } as const;

/** A session nobody used for a day, and in which no open conversation had a line since. */
const UNUSED = `seen_at < ? AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.session = session.id AND c.status <> 'closed' AND c.active_at >= ?)`;
/** A contact goes 30 days after the call was made, or after the conversation was closed without one. */
const SPENT = `(purge_at <= ? OR (purge_at IS NULL AND EXISTS (
  SELECT 1 FROM conversation c WHERE c.id = callback.conversation AND c.status = 'closed' AND c.closed_at <= ?)))`;

/** What this room keeps about people: what they wrote, the contact they left, their sessions. */
@Injectable()
export class ConversationData extends PersonalData implements OnModuleInit {
  readonly room = 'conversation';

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly readLog: ReadLog,
    private readonly announcer: Announcer,
    private readonly box: SecretBox,
    private readonly rooms: PersonalDataRooms,
  ) {
    super();
  }

  onModuleInit(): void {
    this.rooms.add(this);
  }

  async due(at: Date): Promise<DueRows[]> {
    const count = async (sql: string, values: string[] = []) =>
      Number((await this.database.read.get<{ n: number | string }>(`SELECT count(*) AS n FROM ${sql}`, values))!.n);
    return [
      {
        class: 'conversation',
        due: await count('conversation WHERE purge_at <= ?', [at.toISOString()]),
        all: await count('conversation'),
        guarded: true,
      },
      { class: 'callback', due: await count(`callback WHERE ${SPENT}`, spent(at)), all: await count('callback'), guarded: true },
      { class: 'session', due: await count(`session WHERE ${UNUSED}`, unused(at)), all: await count('session'), guarded: false },
    ];
  }

  async purge(at: Date): Promise<Record<string, number>> {
    const callback = await this.database.write.perform((tx) => tx.run(`DELETE FROM callback WHERE ${SPENT}`, spent(at)));
    const conversation = await this.purgeConversations(at.toISOString());
    const session = await this.database.write.perform(async (tx) => {
      // A conversation outlives the session that it was held in, and then belongs to nobody.
      await tx.run(`UPDATE conversation SET session = NULL WHERE session IN (SELECT id FROM session WHERE ${UNUSED})`, unused(at));
      return tx.run(`DELETE FROM session WHERE ${UNUSED}`, unused(at));
    });
    return { conversation, callback, session };
  }

  private async purgeConversations(at: string): Promise<number> {
    let purged = 0;
    for (;;) {
      const due = await this.database.read.all<Pick<ConversationRow, 'id' | 'status'>>(
        'SELECT id, status FROM conversation WHERE purge_at <= ? ORDER BY purge_at LIMIT ?',
        [at, TOGETHER],
      );
      for (const { id, status } of due) if (status !== 'bot' && status !== 'closed') await this.leaveQueue(id);
      const ids = due.map(({ id }) => id);
      const gone = ids.length === 0 ? 0 : await this.database.write.perform((tx) => this.delete(tx, ids, at));
      purged += gone;
      if (gone < TOGETHER) return purged;
    }
  }

  /** The lines, cursors, jobs and the contact go with the conversation. The service's log keeps its numbers, without the words. */
  private async delete(tx: Tx, ids: string[], at: string): Promise<number> {
    await tx.run(`UPDATE inbox SET summary = NULL WHERE conversation IN (${marks(ids)})`, ids);
    return tx.run(`DELETE FROM conversation WHERE purge_at <= ? AND id IN (${marks(ids)})`, [at, ...ids]);
  }

  /** An agent's list must not keep what is about to be gone; the date it is purged at stays. */
  private async leaveQueue(conversationId: string): Promise<void> {
    const appended = await this.events.append({
      conversationId,
      speaker: SYSTEM,
      body: {},
      change: ({ service, purge_at }, at) => ({
        events: [{ ...SYSTEM, kind: 'status', body: { status: 'closed' } }],
        set: { status: 'closed', closed_at: at, assignee: null, lease_until: null, resolution: 'other', purge_at },
        ...(service === null ? {} : { inbox: [{ service, kind: 'closed' as const }] }),
      }),
    });
    if (appended.ok) this.announcer.announce(appended);
  }

  async erase(conversationId: string): Promise<boolean> {
    const appended = await this.events.append({
      conversationId,
      speaker: SYSTEM,
      body: {},
      evenClosed: true,
      change: async (conversation, at, tx) => {
        const seqs = await eraseTexts(tx, conversationId);
        const erased = { ...SYSTEM, kind: 'erased' as const, body: { seqs } };
        if (conversation.status === 'closed') return { events: [erased], set: { memory: '{}' } };
        const { status, service } = conversation;
        return {
          events: [erased, { ...SYSTEM, kind: 'status', body: { status: 'closed' } }],
          set: { status: 'closed', closed_at: at, assignee: null, lease_until: null, resolution: 'other', memory: '{}' },
          ...(status === 'bot' || service === null ? {} : { inbox: [{ service, kind: 'closed' as const }] }),
        };
      },
    });
    if (appended.ok) this.announcer.announce(appended);
    return appended.ok;
  }

  async access(conversationId: string): Promise<object | undefined> {
    const conversation = await this.readLog.conversation(conversationId);
    if (conversation === undefined) return undefined;
    const events = [];
    for (let after = 0, more = true; more; after = events.at(-1)?.seq ?? after) {
      const page = await this.readLog.events(conversationId, after, 200);
      events.push(...page.events);
      more = page.more;
    }
    const callback = await this.database.read.get<{ contact: string | null; left_at: string; done_at: string | null }>(
      'SELECT contact, left_at, done_at FROM callback WHERE conversation = ?',
      [conversationId],
    );
    const { id, site, service, status, lang, page, memory, created_at, closed_at, purge_at } = conversation;
    return {
      conversation: { id, site, service, status, lang, page, memory: JSON.parse(memory) as unknown, created_at, closed_at, purge_at },
      events,
      ...(callback === undefined
        ? {}
        : {
            callback: { ...callback, contact: callback.contact === null ? null : (JSON.parse(this.box.open(callback.contact)) as unknown) },
          }),
    };
  }
}

const unused = (at: Date): string[] => {
  const before = new Date(at.getTime() - IDLE_MS).toISOString();
  return [before, before];
};
const spent = (at: Date): string[] => [at.toISOString(), daysAfter(at.toISOString(), -RETENTION_DAYS.callback)];
