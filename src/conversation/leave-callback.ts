import { Injectable } from '@nestjs/common';
import { refuse, type Ack, type Appended, type CitizenPayload } from '../contract/index.js';
import { Config } from '../platform/config.js';
import { SecretBox } from '../platform/secret-box.js';
import { Announcer } from './announcer.js';
import { appendedAck } from './answer-calls.js';
import type { CitizenSession } from './citizen-session.js';
import { EventLog } from './event-log.js';
import { hash } from './ids.js';
import { lastQuestion } from './last-question.js';
import { TEXTS } from './texts.js';

const CITIZEN = { sender: 'citizen' } as const;

/** Contact details left when nobody can answer. They are sealed, and never enter the log of the conversation. */
@Injectable()
export class LeaveCallback {
  constructor(
    private readonly events: EventLog,
    private readonly config: Config,
    private readonly box: SecretBox,
    private readonly announcer: Announcer,
  ) {}

  async leave(session: CitizenSession, { conversationId, clientId, contact }: CitizenPayload<'callback:leave'>): Promise<Ack<Appended>> {
    const given = JSON.stringify(contact);
    const appended = await this.events.append({
      conversationId,
      clientId,
      speaker: CITIZEN,
      session: session.id,
      body: { callback: hash(given + conversationId) },
      change: async (conversation, _at, tx) => {
        if (conversation.status === 'assigned') return 'already-taken';
        const left = await tx.get<{ n: number }>(
          "SELECT count(*) AS n FROM event WHERE conversation = ? AND kind = 'callback' AND sender = 'citizen'",
          [conversationId],
        );
        if (Number(left!.n) >= this.config.limits['callback.perConversation']) return 'rate';
        const service = conversation.service ?? this.config.site(conversation.site)?.defaultService ?? 'accueil';
        return {
          events: [
            { ...CITIZEN, kind: 'callback', body: { state: 'left' } },
            { sender: 'system', kind: 'notice', body: { id: 'callback', text: TEXTS[conversation.lang].callbackLeft } },
            { sender: 'system', kind: 'status', body: { status: 'callback', service } },
          ],
          set: { status: 'callback', service, queued_at: conversation.queued_at, human: 1 },
          inbox: [{ service, kind: 'callback', summary: await lastQuestion(tx, conversationId) }],
          outbox: [{ kind: 'mail:callback', payload: { service } }],
          also: async (unit, at) => {
            await unit.run(
              `INSERT INTO callback (conversation, contact, consent, left_at) VALUES (?, ?, 1, ?)
               ON CONFLICT (conversation) DO UPDATE SET contact = excluded.contact, consent = 1, left_at = excluded.left_at, done_at = NULL, purge_at = NULL`,
              [conversationId, this.box.seal(given), at],
            );
          },
        };
      },
    });
    if (!appended.ok) return appended.code === 'rate' ? refuse('rate') : appended;
    this.announcer.announce(appended);
    return appendedAck(appended);
  }
}
