import { Injectable } from '@nestjs/common';
import type { Ack, Appended, CitizenPayload } from '../contract/index.js';
import type { Tx } from '../platform/sql.js';
import { Announcer } from './announcer.js';
import { appendedAck } from './answer-calls.js';
import type { CitizenSession } from './citizen-session.js';
import { EventLog, type Change } from './event-log.js';
import type { ConversationRow, EventRow } from './rows.js';

const CITIZEN = { sender: 'citizen' } as const;

/** What a citizen says of an answer, ends, or takes back. */
@Injectable()
export class CloseConversation {
  constructor(
    private readonly events: EventLog,
    private readonly announcer: Announcer,
  ) {}

  async feedback(
    session: CitizenSession,
    { conversationId, clientId, seq, useful, reason }: CitizenPayload<'feedback:give'>,
  ): Promise<Ack<Appended>> {
    return this.append(session, { conversationId, clientId }, { about: seq, useful, reason: reason ?? null }, (conversation) => {
      if (seq > conversation.last_seq) return 'not-found';
      return { events: [{ ...CITIZEN, kind: 'feedback', body: { about: seq, useful, ...(reason === undefined ? {} : { reason }) } }] };
    });
  }

  async end(session: CitizenSession, call: CitizenPayload<'conversation:end'>): Promise<Ack<Appended>> {
    return this.append(session, call, { end: true }, (conversation, at) =>
      conversation.status === 'closed' ? 'conversation.closed' : ended(conversation, at),
    );
  }

  /** The texts go everywhere; the thread keeps its numbers, so that no screen has to guess. */
  async erase(session: CitizenSession, call: CitizenPayload<'conversation:erase'>): Promise<Ack<Appended>> {
    return this.append(session, call, { erase: true }, async (conversation, at, tx) => {
      const seqs = await eraseTexts(tx, conversation.id);
      const erased = { ...CITIZEN, kind: 'erased' as const, body: { seqs } };
      if (conversation.status === 'closed') return { events: [erased], set: { memory: '{}' } };
      const change = closed(conversation, at);
      return {
        ...change,
        events: [erased, ...change.events.map((event) => ({ ...event, sender: 'system' as const }))],
        set: { ...change.set, memory: '{}' },
      };
    });
  }

  private async append(
    session: CitizenSession,
    { conversationId, clientId }: { conversationId: string; clientId: string },
    body: object,
    change: (conversation: ConversationRow, at: string, tx: Tx) => Change | 'not-found' | 'conversation.closed' | Promise<Change>,
  ): Promise<Ack<Appended>> {
    const appended = await this.events.append({
      conversationId,
      clientId,
      speaker: CITIZEN,
      session: session.id,
      body,
      evenClosed: true,
      change,
    });
    if (appended.ok) this.announcer.announce(appended);
    return appendedAck(appended);
  }
}

/** A callback that was asked for outlives the chat: ending it must not take it from the agents; erasing does. */
function ended(conversation: ConversationRow, at: string): Change {
  if (conversation.status !== 'callback') return closed(conversation, at);
  return {
    events: [
      {
        ...CITIZEN,
        kind: 'status',
        body: { status: 'callback', ...(conversation.service === null ? {} : { service: conversation.service }) },
      },
    ],
  };
}

function closed(conversation: ConversationRow, at: string): Change {
  const inDesk = conversation.status !== 'bot' && conversation.service !== null;
  return {
    events: [{ ...CITIZEN, kind: 'status', body: { status: 'closed' } }],
    set: { status: 'closed', closed_at: at, assignee: null, lease_until: null, resolution: 'left' },
    ...(inDesk ? { inbox: [{ service: conversation.service!, kind: 'closed' as const }] } : {}),
  };
}

/** Whether the words of a line were taken back. */
export const isErased = ({ body_hash }: EventRow): boolean => body_hash.startsWith(ERASED);
const ERASED = 'erased:';

/** Empties the bodies that hold words of the citizen, of agents or answers to them. Returns their numbers. */
export async function eraseTexts(tx: Tx, conversationId: string): Promise<number[]> {
  const rows = await tx.all<{ seq: number; kind: string }>(
    "SELECT seq, kind FROM event WHERE conversation = ? AND kind IN ('message', 'answer') ORDER BY seq",
    [conversationId],
  );
  for (const { seq, kind } of rows) {
    const body = kind === 'message' ? { text: '' } : { outcome: 'answered', blocks: [] };
    await tx.run('UPDATE event SET body = ?, body_hash = ?, circumstances = NULL WHERE conversation = ? AND seq = ?', [
      JSON.stringify(body),
      `${ERASED}${seq}`,
      conversationId,
      seq,
    ]);
  }
  await tx.run('UPDATE inbox SET summary = NULL WHERE conversation = ?', [conversationId]);
  await tx.run('UPDATE callback SET contact = NULL, done_at = left_at WHERE conversation = ?', [conversationId]);
  await tx.run('UPDATE conversation SET page = NULL WHERE id = ?', [conversationId]);
  await tx.run('DELETE FROM outbox WHERE conversation = ? AND done_at IS NULL', [conversationId]);
  return rows.map(({ seq }) => seq);
}
