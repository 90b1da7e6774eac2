import type {
  ConversationEvent,
  EventBodies,
  EventKind,
  InboxEntry,
  InboxKind,
  Lang,
  Resolution,
  SenderType,
  Status,
} from '../contract/index.js';

/** A row of `conversation`. */
export interface ConversationRow {
  id: string;
  site: string;
  session: string | null;
  service: string | null;
  status: Status;
  last_seq: number;
  assignee: string | null;
  epoch: number;
  lease_until: string | null;
  queued_at: string | null;
  snapshot: string | null;
  memory: string;
  lang: Lang;
  page: string | null;
  human: number;
  resolution: Resolution | null;
  created_at: string;
  active_at: string;
  closed_at: string | null;
  purge_at: string;
}
/** A row of `event`. */
export interface EventRow {
  conversation: string;
  seq: number;
  kind: EventKind;
  /** `citizen`, `bot`, `system` or `agent:<account id>`. */
  sender: string;
  name: string | null;
  client_id: string;
  body: string;
  body_hash: string;
  in_reply_to: number | null;
  snapshot: string | null;
  /** Of an answer of the robot: what it depended on besides. */
  circumstances: string | null;
  created_at: string;
}
export interface InboxRow {
  service: string;
  seq: number;
  conversation: string;
  kind: InboxKind;
  queued_at: string | null;
  summary: string | null;
  created_at: string;
}

const typeOf = (sender: string): SenderType => (sender.startsWith('agent:') ? 'agent' : (sender as SenderType));

/** A stored line as it travels. */
export const toEvent = (row: EventRow): ConversationEvent => eventOf(row, JSON.parse(row.body) as EventBodies[EventKind]);

/** A line that was just written: its body need not be read back. The server's own clientIds are not part of the wire. */
export function eventOf(row: EventRow, body: EventBodies[EventKind]): ConversationEvent {
  const sender = typeOf(row.sender);
  return {
    conversationId: row.conversation,
    seq: row.seq,
    kind: row.kind,
    sender: row.name === null ? { type: sender } : { type: sender, name: row.name },
    at: row.created_at,
    ...(sender === 'citizen' || sender === 'agent' ? { clientId: row.client_id } : {}),
    ...body,
  } as ConversationEvent;
}

export const toInboxEntry = (row: InboxRow): InboxEntry => ({
  service: row.service,
  seq: row.seq,
  conversationId: row.conversation,
  kind: row.kind,
  ...(row.queued_at === null ? {} : { queuedAt: row.queued_at }),
  ...(row.summary === null ? {} : { summary: row.summary }),
});
