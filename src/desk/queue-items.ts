import { Injectable } from '@nestjs/common';
import type { CallbackItem, QueueItem } from '../contract/index.js';
import type { ConversationRow } from '../conversation/index.js';
import { Database } from '../platform/database.js';
import { SecretBox } from '../platform/secret-box.js';
import { marks } from '../platform/sql.js';

interface ItemRow extends ConversationRow {
  holder: string | null;
  said: string | null;
  citizen_seq: number | null;
  agent_seq: number | null;
  contact: string | null;
  left_at: string | null;
}
/** Lines of a list; the oldest waits come first, so what is cut off is what waits least. */
const MOST = 200;

const ITEMS = `SELECT conversation.*, account.name AS holder, callback.contact, callback.left_at,
    (SELECT body FROM event WHERE event.conversation = conversation.id AND kind = 'message' AND sender = 'citizen' ORDER BY seq DESC LIMIT 1) AS said,
    (SELECT max(seq) FROM event WHERE event.conversation = conversation.id AND kind = 'message' AND sender = 'citizen') AS citizen_seq,
    (SELECT max(seq) FROM event WHERE event.conversation = conversation.id AND kind = 'message' AND sender LIKE 'agent:%') AS agent_seq
  FROM conversation
  LEFT JOIN account ON account.id = conversation.assignee
  LEFT JOIN callback ON callback.conversation = conversation.id AND callback.done_at IS NULL`;

/** The lines of the desk's three lists. */
@Injectable()
export class QueueItems {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {}

  async queued(services: string[]): Promise<QueueItem[]> {
    return (await this.waiting('queued', services)).map(toItem);
  }
  async mine(account: string): Promise<QueueItem[]> {
    const rows = await this.database.read.all<ItemRow>(
      `${ITEMS} WHERE status = 'assigned' AND assignee = ? ORDER BY queued_at, id LIMIT ?`,
      [account, MOST],
    );
    return rows.map(toItem);
  }
  async callbacks(services: string[]): Promise<CallbackItem[]> {
    const rows = await this.waiting('callback', services);
    return rows.flatMap((row) => {
      const contact = this.contact(row.contact);
      return contact === undefined ? [] : [{ ...toItem(row), contact, leftAt: row.left_at! }];
    });
  }

  contact(sealed: string | null | undefined): CallbackItem['contact'] | undefined {
    return sealed == null ? undefined : (JSON.parse(this.box.open(sealed)) as CallbackItem['contact']);
  }

  private async waiting(status: 'queued' | 'callback', services: string[]): Promise<ItemRow[]> {
    if (services.length === 0) return [];
    const since = status === 'queued' ? 'queued_at' : 'left_at';
    return this.database.read.all<ItemRow>(
      `${ITEMS} WHERE status = ? AND service IN (${marks(services)}) ORDER BY ${since}, conversation.id LIMIT ?`,
      [status, ...services, MOST],
    );
  }
}

function toItem(row: ItemRow): QueueItem {
  return {
    conversationId: row.id,
    service: row.service ?? '',
    status: row.status,
    ...(row.queued_at === null ? {} : { queuedAt: row.queued_at }),
    summary: row.said === null ? '' : (JSON.parse(row.said) as { text: string }).text.slice(0, 200),
    lang: row.lang,
    ...(row.holder === null ? {} : { assignee: row.holder, epoch: row.epoch }),
    waitingReply: row.citizen_seq !== null && row.citizen_seq > (row.agent_seq ?? 0),
  };
}
