import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  citizenCalls,
  messageText,
  refuse,
  type Ack,
  type Appended,
  type ConversationEvent,
  type Lang,
  type LimitName,
  type plainMessage,
} from '../../contract/index.js';
import { Database } from '../../platform/database.js';
import { Limiter } from '../../platform/limiter.js';
import { AskHuman } from '../ask-human.js';
import type { CitizenSession } from '../citizen-session.js';
import { CloseConversation } from '../close-conversation.js';
import { LeaveCallback } from '../leave-callback.js';
import { OpenConversation } from '../open-conversation.js';
import { ReadLog } from '../read-log.js';
import type { ConversationRow } from '../rows.js';
import { TakeTurn } from '../take-turn.js';
import { OneByOne } from './one-by-one.js';
import { lastChoices, linkTo } from './plain-page.js';
import type { PlainError } from './plain-texts.js';

export type PlainMessage = z.output<typeof plainMessage>;
export type Contact = z.input<(typeof citizenCalls)['callback:leave']>['contact'];
/** Who posts a form. */
export interface Visitor {
  session: CitizenSession;
  address: string;
  lang: Lang;
}
type Outcome = { ok: true } | { ok: false; code: PlainError };

/** What a form of the plain page does: the same use cases as the socket's calls, for the newest conversation of the session. */
@Injectable()
export class PlainConversation {
  private readonly queue = new OneByOne();

  constructor(
    private readonly database: Database,
    private readonly limiter: Limiter,
    private readonly opener: OpenConversation,
    private readonly readLog: ReadLog,
    private readonly turns: TakeTurn,
    private readonly human: AskHuman,
    private readonly callback: LeaveCallback,
    private readonly closing: CloseConversation,
  ) {}

  newest(session: CitizenSession): Promise<ConversationRow | undefined> {
    return this.database.read.get<ConversationRow>('SELECT * FROM conversation WHERE session = ? ORDER BY created_at DESC, id LIMIT 1', [
      session.id,
    ]);
  }

  async events(conversationId: string): Promise<ConversationEvent[]> {
    const events: ConversationEvent[] = [];
    for (let more = true; more;) {
      const page = await this.readLog.events(conversationId, events.at(-1)?.seq ?? 0, 200);
      events.push(...page.events);
      more = page.more;
    }
    return events;
  }

  /** A button pressed twice, or a page sent again, does its work once. */
  post(visitor: Visitor, message: PlainMessage): Promise<Outcome> {
    return this.queue.run(visitor.session.id, async () => {
      const { action = 'send', clientId } = message;
      if ((await this.conversationOf(visitor.session, clientId)) !== undefined) return { ok: true };
      const first = await this.act(visitor, action, message);
      // The same form with other words, from a page gone back to: a new line.
      return !first.ok && first.code === 'id.reused' ? this.act(visitor, action, { ...message, clientId: randomUUID() }) : first;
    });
  }

  leaveContact(visitor: Visitor, clientId: string, contact: Contact): Promise<Outcome> {
    return this.queue.run(visitor.session.id, async () => {
      const conversation = await this.newest(visitor.session);
      if (conversation === undefined) return refuse('not-found');
      const call = citizenCalls['callback:leave'].safeParse({ conversationId: conversation.id, clientId, contact, consent: true });
      if (!call.success) return { ok: false as const, code: 'contact' as const };
      if (await this.spent('callback.perAddressPerHour', visitor.address)) return refuse('rate');
      return this.callback.leave(visitor.session, call.data);
    });
  }

  private async act(visitor: Visitor, action: NonNullable<PlainMessage['action']>, message: PlainMessage): Promise<Outcome> {
    const { session } = visitor;
    const open = await this.newest(session);
    const call = (conversation: { id: string }) => ({ conversationId: conversation.id, clientId: message.clientId });
    if (action === 'cancel' || action === 'end' || action === 'erase') {
      if (open === undefined) return { ok: true };
      if (action === 'cancel') return this.human.cancel(session, call(open));
      return action === 'end' ? this.closing.end(session, call(open)) : this.closing.erase(session, call(open));
    }
    if (action === 'human') {
      const conversation = await this.openFor(visitor, open);
      return 'code' in conversation ? conversation : this.human.ask(session, call(conversation));
    }
    return this.send(visitor, open, message);
  }

  private async send(visitor: Visitor, open: ConversationRow | undefined, { text, choice, clientId }: PlainMessage): Promise<Outcome> {
    const said = choice === undefined ? (text ?? '').replace(/\r\n?/g, '\n') : await this.labelOf(open, choice);
    if (said.trim() === '') return { ok: false, code: 'empty' };
    const parsed = messageText.safeParse(said);
    if (!parsed.success) return { ok: false, code: 'too-large' };
    for (const limit of ['message.perMinute', 'message.perDay'] as const) {
      if (await this.spent(limit, visitor.session.id)) return refuse('rate');
    }
    const conversation = await this.openFor(visitor, open);
    if ('code' in conversation) return conversation;
    const message = { conversationId: conversation.id, clientId, text: parsed.data, ...(choice === undefined ? {} : { choice }) };
    return this.turns.say(visitor.session, message) as Promise<Ack<Appended>>;
  }

  /** The conversation to write in; a new one when there is none, or the last one is over. */
  private async openFor(
    { session, address, lang }: Visitor,
    open: ConversationRow | undefined,
  ): Promise<{ id: string } | { ok: false; code: PlainError }> {
    if (open !== undefined && open.status !== 'closed') return open;
    if (await this.spent('conversations.perAddressPerHour', address)) return refuse('rate');
    const opened = await this.opener.open(session, { site: session.site, lang, page: `/c/${session.site}` });
    return opened.ok ? { id: opened.conversationId } : opened;
  }

  private async labelOf(open: ConversationRow | undefined, choice: string): Promise<string> {
    const events = open === undefined ? [] : await this.events(open.id);
    const label = lastChoices(events).find(({ id }) => id === choice)?.label;
    return label ?? linkTo(choice, events) ?? choice;
  }

  private async conversationOf(session: CitizenSession, clientId: string): Promise<string | undefined> {
    // An answered retry: the words are compared by the log itself while the conversation is open.
    const row = await this.database.read.get<{ id: string }>(
      `SELECT c.id FROM conversation c JOIN event e ON e.conversation = c.id
       WHERE c.session = ? AND c.status = 'closed' AND e.sender = 'citizen' AND e.client_id = ?`,
      [session.id, clientId],
    );
    return row?.id;
  }

  private async spent(limit: LimitName, key: string): Promise<boolean> {
    return (await this.limiter.take(limit, key)) !== undefined;
  }
}
