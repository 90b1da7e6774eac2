import { Injectable } from '@nestjs/common';
import { refuse, type Ack, type CitizenPayload, type Opened } from '../contract/index.js';
import { openingMemory } from '../dialogue/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import type { CitizenSession } from './citizen-session.js';
import { insertEvent } from './event-log.js';
import { hash, newConversationId } from './ids.js';
import { purgeDate } from './retention.js';
import type { ConversationRow } from './rows.js';
import { Sites } from './sites.js';
import { TEXTS } from './texts.js';

/** Opens a conversation, or finds one of the session's again. Event 1 says that this is a machine. */
@Injectable()
export class OpenConversation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly sites: Sites,
  ) {}

  async open(session: CitizenSession, call: CitizenPayload<'conversation:open'>): Promise<Ack<Opened>> {
    const site = this.config.site(call.site);
    if (site === undefined || session.site !== call.site) return refuse('not-found');
    if ((await this.sites.switches(site.key)).widgetOff) return refuse('degraded');
    const conversation = call.resume === undefined ? await this.create(session, call) : await this.resume(session, call.resume);
    if (conversation === undefined) return refuse('not-found');
    return {
      ok: true,
      conversationId: conversation.id,
      head: conversation.last_seq,
      status: conversation.status,
      ...(conversation.service === null ? {} : { service: conversation.service }),
      you: { type: 'citizen' },
      notices: [{ id: 'machine', text: TEXTS[conversation.lang].machine }],
      limits: { text: this.config.limits['message.characters'], perMinute: this.config.limits['message.perMinute'] },
    };
  }

  private async resume(session: CitizenSession, id: string): Promise<ConversationRow | undefined> {
    return this.database.read.get<ConversationRow>('SELECT * FROM conversation WHERE id = ? AND session = ?', [id, session.id]);
  }

  private async create(session: CitizenSession, call: CitizenPayload<'conversation:open'>): Promise<ConversationRow> {
    const at = this.clock.now().toISOString();
    const body = JSON.stringify({ id: 'machine', text: TEXTS[call.lang].machine });
    const conversation: ConversationRow = {
      id: newConversationId(),
      site: call.site,
      session: session.id,
      service: null,
      status: 'bot',
      last_seq: 1,
      assignee: null,
      epoch: 0,
      lease_until: null,
      queued_at: null,
      snapshot: null,
      memory: JSON.stringify(openingMemory(call.lang)),
      lang: call.lang,
      page: call.page ?? null,
      human: 0,
      resolution: null,
      created_at: at,
      active_at: at,
      closed_at: null,
      purge_at: purgeDate(at, false),
    };
    await this.database.write.perform(async (tx) => {
      const columns = Object.keys(conversation);
      await tx.run(
        `INSERT INTO conversation (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        Object.values(conversation),
      );
      await insertEvent(tx, {
        conversation: conversation.id,
        seq: 1,
        kind: 'notice',
        sender: 'system',
        name: null,
        client_id: 's:1',
        body,
        body_hash: hash(body),
        in_reply_to: null,
        snapshot: null,
        circumstances: null,
        created_at: at,
      });
    });
    return conversation;
  }
}
