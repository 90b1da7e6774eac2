import { Injectable } from '@nestjs/common';
import type { Ack, Appended, CitizenPayload } from '../contract/index.js';
import { Announcer } from './announcer.js';
import { appendedAck } from './answer-calls.js';
import type { CitizenSession } from './citizen-session.js';
import { EventLog } from './event-log.js';
import { lastQuestion } from './last-question.js';
import { Queueing } from './queueing.js';
import { TEXTS } from './texts.js';

const CITIZEN = { sender: 'citizen' } as const;

/** The button « Parler à une personne », and its way back. */
@Injectable()
export class AskHuman {
  constructor(
    private readonly events: EventLog,
    private readonly queueing: Queueing,
    private readonly announcer: Announcer,
  ) {}

  async ask(session: CitizenSession, { conversationId, clientId, service }: CitizenPayload<'human:ask'>): Promise<Ack<Appended>> {
    const appended = await this.events.append({
      conversationId,
      clientId,
      speaker: CITIZEN,
      session: session.id,
      body: { human: true, service: service ?? null },
      change: async (conversation, at, tx) => {
        if (conversation.status !== 'bot' && conversation.status !== 'callback') {
          // Already waiting or answered: the ask is kept in the log and changes nothing.
          return {
            events: [
              {
                ...CITIZEN,
                kind: 'status',
                body: { status: conversation.status, ...(conversation.service === null ? {} : { service: conversation.service }) },
              },
            ],
          };
        }
        const queued = await this.queueing.toQueue(tx, at, {
          conversation,
          service,
          speaker: CITIZEN,
          summary: await lastQuestion(tx, conversationId),
        });
        queued.events.push({ sender: 'system', kind: 'notice', body: { id: 'human-asked', text: TEXTS[conversation.lang].humanAsked } });
        return queued;
      },
    });
    if (appended.ok) this.announcer.announce(appended);
    return appendedAck(appended);
  }

  /** From the queue back to the robot. */
  async cancel(session: CitizenSession, { conversationId, clientId }: CitizenPayload<'human:cancel'>): Promise<Ack<Appended>> {
    const appended = await this.events.append({
      conversationId,
      clientId,
      speaker: CITIZEN,
      session: session.id,
      body: { human: false },
      change: (conversation) => {
        if (conversation.status === 'assigned') return 'already-taken';
        const back = { ...CITIZEN, kind: 'status' as const, body: { status: 'bot' as const } };
        if (conversation.status === 'bot') return { events: [back] };
        return {
          events: [back, { sender: 'system', kind: 'notice', body: { id: 'bot', text: TEXTS[conversation.lang].backToBot } }],
          set: { status: 'bot', queued_at: null },
          inbox: [{ service: conversation.service!, kind: 'released' }],
        };
      },
    });
    if (appended.ok) this.announcer.announce(appended);
    return appendedAck(appended);
  }
}
