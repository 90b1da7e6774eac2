import { Injectable } from '@nestjs/common';
import { Accounts, AuditLog, type ActorValue } from '../accounts/index.js';
import { refuse, type ConversationView, type Note, type Refusal } from '../contract/index.js';
import { ReadLog, type ConversationRow } from '../conversation/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { reading } from './access.js';
import { Briefing } from './brief.js';
import { Notes } from './notes.js';
import { QueueItems } from './queue-items.js';

/** Lines shown at once; a longer conversation goes on by `events:sync` from the head. */
const LINES = 1000;

/** A conversation to read. Each reading leaves a line in the audit log. */
@Injectable()
export class ViewConversation {
  constructor(
    private readonly database: Database,
    private readonly readLog: ReadLog,
    private readonly accounts: Accounts,
    private readonly audit: AuditLog,
    private readonly briefing: Briefing,
    private readonly notes: Notes,
    private readonly items: QueueItems,
    private readonly config: Config,
  ) {}

  async view(actor: ActorValue, id: string, reason: string | undefined): Promise<{ ok: true; view: ConversationView } | Refusal> {
    const conversation = await this.readLog.conversation(id);
    if (conversation === undefined) return refuse('not-found');
    const right = reading(actor, conversation, this.config);
    if (right === 'never') return refuse('not-found');
    if (right === 'with-reason' && reason === undefined) return refuse('not-owner');
    await this.audit.record({ actor: actor.id, action: 'conversation-read', object: id, ...(reason === undefined ? {} : { reason }) });
    return { ok: true, view: await this.told(conversation, right === 'free') };
  }

  private async told(conversation: ConversationRow, free: boolean): Promise<ConversationView> {
    const { id, site, service, status, epoch, assignee, created_at, closed_at, resolution } = conversation;
    const { events, head } = await this.readLog.events(id, 0, LINES);
    const name = assignee === null ? undefined : (await this.accounts.byId(assignee))?.name;
    const contact = free ? await this.contact(id) : undefined;
    const notes: Note[] = await this.notes.of(id);
    return {
      conversationId: id,
      site,
      ...(service === null ? {} : { service }),
      status,
      head,
      ...(assignee === null ? {} : { epoch, assignee: { id: assignee, name: name ?? '' } }),
      createdAt: created_at,
      ...(closed_at === null ? {} : { closedAt: closed_at }),
      ...(resolution === null ? {} : { resolution }),
      brief: await this.briefing.of(conversation),
      events,
      notes,
      ...(contact === undefined ? {} : { contact }),
    };
  }

  /** Only while the call is still to be made, and only for who will make it. */
  private async contact(id: string) {
    const row = await this.database.read.get<{ contact: string | null }>(
      'SELECT contact FROM callback WHERE conversation = ? AND done_at IS NULL',
      [id],
    );
    return this.items.contact(row?.contact);
  }
}
