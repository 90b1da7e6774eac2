import { Injectable } from '@nestjs/common';
import {
  refuse,
  type ConversationEvent,
  type ErrorCode,
  type EventBodies,
  type EventKind,
  type InboxEntry,
  type InboxKind,
  type Refusal,
} from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import type { SqlValue, Tx } from '../platform/sql.js';
import { hash, newId } from './ids.js';
import { purgeDate } from './retention.js';
import { eventOf, toInboxEntry, type ConversationRow, type EventRow, type InboxRow } from './rows.js';

/** Who speaks: `sender` is the stored key, `name` what people see. */
export interface Speaker {
  sender: 'citizen' | 'bot' | 'system' | `agent:${string}`;
  name?: string;
}
export type NewEvent = {
  [K in EventKind]: Speaker & {
    kind: K;
    body: EventBodies[K];
    clientId?: string;
    inReplyTo?: number;
    snapshot?: string;
    circumstances?: string;
  };
}[EventKind];

/** What one unit does to a conversation besides appending: columns to set, entries of service logs, jobs. */
export interface Change {
  events: NewEvent[];
  set?: Partial<Omit<ConversationRow, 'id' | 'last_seq'>>;
  inbox?: { service: string; kind: InboxKind; summary?: string }[];
  outbox?: { kind: string; payload: object; notBefore?: string }[];
  /** Further statements of the same unit. */
  also?: (tx: Tx, at: string) => Promise<void>;
}
/** One appending call. `body` is what makes a retry the same call; `change` decides from the locked conversation. */
export interface Append {
  conversationId: string;
  speaker: Speaker;
  /** The citizen's session: a conversation of another one is not found, whatever its state and whatever was sent. */
  session?: string;
  /** Absent for what the system does by itself. */
  clientId?: string;
  body: object;
  /** A closed conversation takes only this: its erasure, a late opinion. */
  evenClosed?: true;
  change: (conversation: ConversationRow, at: string, tx: Tx) => Change | ErrorCode | Promise<Change | ErrorCode>;
}
export interface AppendedEvents {
  ok: true;
  seq: number;
  at: string;
  dup?: true;
  conversation: ConversationRow;
  events: ConversationEvent[];
  inbox: InboxEntry[];
}

/**
 * The log of a conversation: lines numbered 1, 2, 3 … without a gap, each sender's clientId once. The conversation's row is
 * read under its lock, so the order of numbers is the order of commits, and a rollback gives its numbers back.
 */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Resolves behind the commit: only then may the caller acknowledge and announce. */
  append(call: Append): Promise<AppendedEvents | Refusal> {
    return this.database.write.perform((tx) => this.appendWithin(tx, call));
  }

  private async appendWithin(tx: Tx, call: Append): Promise<AppendedEvents | Refusal> {
    const lock = tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
    const conversation = await tx.get<ConversationRow>(`SELECT * FROM conversation WHERE id = ?${lock}`, [call.conversationId]);
    if (conversation === undefined || (call.session !== undefined && conversation.session !== call.session)) return refuse('not-found');
    const bodyHash = hash(JSON.stringify(call.body));
    if (call.clientId !== undefined) {
      const before = await tx.get<EventRow>('SELECT * FROM event WHERE conversation = ? AND sender = ? AND client_id = ?', [
        call.conversationId,
        call.speaker.sender,
        call.clientId,
      ]);
      if (before?.body_hash === bodyHash)
        return { ok: true, seq: before.seq, at: before.created_at, dup: true, conversation, events: [], inbox: [] };
      if (before !== undefined) return refuse('id.reused');
    }
    const at = this.clock.now().toISOString();
    if (conversation.status === 'closed' && !call.evenClosed) return refuse('conversation.closed');
    const change = await call.change(conversation, at, tx);
    if (typeof change === 'string') return refuse(change);

    const first = conversation.last_seq + 1;
    const lines = change.events.map((event, offset) => row(call, event, first + offset, offset === 0 ? bodyHash : undefined, at));
    const { changed, next } = updated(conversation, change.set ?? {}, lines.length, at);
    if (!(await setColumns(tx, conversation, changed))) throw new Error('a conversation changed under its lock');
    for (const line of lines) await insertEvent(tx, line);
    const entries: InboxRow[] = [];
    for (const entry of change.inbox ?? []) entries.push(await insertInbox(tx, next, entry, at));
    for (const job of change.outbox ?? []) {
      await tx.run(
        'INSERT INTO outbox (id, kind, conversation, seq, payload, not_before) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, conversation, seq) DO NOTHING',
        [newId(), job.kind, conversation.id, first, JSON.stringify(job.payload), job.notBefore ?? at],
      );
    }
    await change.also?.(tx, at);
    const events = lines.map((line, offset) => eventOf(line, change.events[offset]!.body));
    return { ok: true, seq: first, at, conversation: next, events, inbox: entries.map(toInboxEntry) };
  }
}

function row(call: Append, event: NewEvent, seq: number, bodyHash: string | undefined, at: string): EventRow {
  const body = JSON.stringify(event.body);
  const own = bodyHash !== undefined && call.clientId !== undefined;
  return {
    conversation: call.conversationId,
    seq,
    kind: event.kind,
    sender: event.sender,
    name: event.name ?? null,
    client_id: own ? call.clientId! : (event.clientId ?? `${event.sender === 'bot' ? 'r' : 's'}:${event.inReplyTo ?? seq}`),
    body,
    body_hash: own ? bodyHash : hash(body),
    in_reply_to: event.inReplyTo ?? null,
    snapshot: event.snapshot ?? null,
    circumstances: event.circumstances ?? null,
    created_at: at,
  };
}

function updated(before: ConversationRow, set: NonNullable<Change['set']>, appended: number, at: string) {
  const changed: Partial<ConversationRow> = { last_seq: before.last_seq + appended, active_at: at, ...set };
  changed.purge_at ??= purgeDate(at, { ...before, ...changed }.human === 1);
  return { changed, next: { ...before, ...changed } };
}

async function setColumns(tx: Tx, conversation: ConversationRow, changed: Partial<ConversationRow>): Promise<boolean> {
  const columns = Object.keys(changed);
  const values = Object.values(changed) as SqlValue[];
  const sql = `UPDATE conversation SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND last_seq = ?`;
  return (await tx.run(sql, [...values, conversation.id, conversation.last_seq])) === 1;
}

const INSERT_EVENT = `INSERT INTO event (conversation, seq, kind, sender, name, client_id, body, body_hash, in_reply_to, snapshot, circumstances, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export async function insertEvent(tx: Tx, line: EventRow): Promise<void> {
  await tx.run(INSERT_EVENT, [
    line.conversation,
    line.seq,
    line.kind,
    line.sender,
    line.name,
    line.client_id,
    line.body,
    line.body_hash,
    line.in_reply_to,
    line.snapshot,
    line.circumstances,
    line.created_at,
  ]);
}

/** Appends to a service's own log, whose head row orders its writers. */
async function insertInbox(
  tx: Tx,
  conversation: ConversationRow,
  entry: NonNullable<Change['inbox']>[number],
  at: string,
): Promise<InboxRow> {
  const head = await tx.get<{ last_seq: number }>(
    'INSERT INTO inbox_head (service, last_seq) VALUES (?, 1) ON CONFLICT (service) DO UPDATE SET last_seq = inbox_head.last_seq + 1 RETURNING last_seq',
    [entry.service],
  );
  const line: InboxRow = {
    service: entry.service,
    seq: head!.last_seq,
    conversation: conversation.id,
    kind: entry.kind,
    queued_at: conversation.queued_at,
    summary: entry.summary?.slice(0, 200) ?? null,
    created_at: at,
  };
  await tx.run('INSERT INTO inbox (service, seq, conversation, kind, queued_at, summary, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    line.service,
    line.seq,
    line.conversation,
    line.kind,
    line.queued_at,
    line.summary,
    line.created_at,
  ]);
  return line;
}
