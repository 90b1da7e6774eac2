import { Injectable } from '@nestjs/common';
import type { ActorValue } from '../accounts/index.js';
import type { Ack, Appended, ErrorCode, StaffPayload } from '../contract/index.js';
import {
  EventLog,
  lastQuestion,
  Queueing,
  TEXTS,
  type Append,
  type Change,
  type ConversationRow,
  type NewEvent,
} from '../conversation/index.js';
import { appendedAck } from '../conversation/answer-calls.js';
import { withoutDoubts, type Memory } from '../dialogue/index.js';
import { Config } from '../platform/config.js';
import type { Tx } from '../platform/sql.js';
import { notHeld } from './access.js';
import { agentSpeaker } from './agent-speaker.js';
import { insertNote } from './insert-note.js';
import { backToCallback, callbackWaits, settleCallback } from './pending-callback.js';
import { StaffRooms } from './staff-rooms.js';

type Release = StaffPayload<'conversation:release'>;
type Close = StaffPayload<'conversation:close'>;
const FREE = { assignee: null, lease_until: null } as const;

/** How an agent's hold on a conversation ends: back to a queue, to the robot, or closed with a resolution. */
@Injectable()
export class LetGo {
  constructor(
    private readonly events: EventLog,
    private readonly queueing: Queueing,
    private readonly rooms: StaffRooms,
    private readonly config: Config,
  ) {}

  release(actor: ActorValue, call: Release): Promise<Ack<Appended>> {
    const { to, note } = call;
    return this.append(actor, call, { release: to }, async (conversation, at, tx) => {
      if ('queue' in to && !this.config.site(conversation.site)?.services.some(({ id }) => id === to.queue)) return 'not-found';
      const change = 'queue' in to ? await this.toQueue(actor, conversation, to.queue, at, tx) : toBot(actor, conversation);
      const { also } = change;
      change.also = async (unit, now) => {
        await also?.(unit, now);
        if (note?.trim()) await insertNote(unit, { conversation: conversation.id, actor, text: note.trim() }, now);
      };
      return change;
    });
  }

  close(actor: ActorValue, call: Close): Promise<Ack<Appended>> {
    const { resolution } = call;
    return this.append(actor, call, { close: resolution }, async (conversation, at, tx) => {
      const waiting = await callbackWaits(tx, conversation.id);
      const events: NewEvent[] = [{ ...agentSpeaker(actor), kind: 'status', body: { status: 'closed' } }];
      if (waiting) events.unshift({ ...agentSpeaker(actor), kind: 'callback', body: { state: 'done' } });
      return {
        events,
        set: { ...FREE, status: 'closed', closed_at: at, resolution },
        inbox: [{ service: conversation.service!, kind: 'closed' }],
        also: (unit) => settleCallback(unit, conversation.id, at),
      };
    });
  }

  private async toQueue(actor: ActorValue, conversation: ConversationRow, service: string, at: string, tx: Tx): Promise<Change> {
    const speaker = agentSpeaker(actor);
    const released: NewEvent = { ...speaker, kind: 'released', body: { to: 'queue', service } };
    const summary = await lastQuestion(tx, conversation.id);
    const change = (await callbackWaits(tx, conversation.id))
      ? backToCallback(service, summary)
      : await this.queueing.toQueue(tx, at, { conversation, service, speaker: { sender: 'system' }, summary });
    if (service !== conversation.service) change.inbox!.unshift({ service: conversation.service!, kind: 'released' });
    return { ...change, events: [released, ...change.events] };
  }

  private async append(
    actor: ActorValue,
    { conversationId, clientId, epoch }: { conversationId: string; clientId: string; epoch: number },
    body: object,
    change: (conversation: ConversationRow, at: string, tx: Tx) => Promise<Change | ErrorCode>,
  ): Promise<Ack<Appended>> {
    const call: Append = {
      conversationId,
      clientId,
      speaker: agentSpeaker(actor),
      body,
      evenClosed: true,
      change: (conversation, at, tx) => notHeld(actor, epoch, conversation, this.config) ?? change(conversation, at, tx),
    };
    const appended = await this.events.append(call);
    if (appended.ok) this.rooms.handOver(appended);
    return appendedAck(appended);
  }
}

function toBot(actor: ActorValue, { id, service, memory, lang }: ConversationRow): Change {
  const speaker = agentSpeaker(actor);
  const fresh = withoutDoubts(JSON.parse(memory) as Partial<Memory>);
  return {
    events: [
      { ...speaker, kind: 'released', body: { to: 'bot' } },
      { sender: 'system', kind: 'status', body: { status: 'bot' } },
      { sender: 'system', kind: 'notice', body: { id: 'bot', text: TEXTS[lang].backToBot } },
    ],
    set: { ...FREE, status: 'bot', queued_at: null, memory: JSON.stringify(fresh) },
    inbox: [{ service: service!, kind: 'released' }],
    also: (tx, at) => settleCallback(tx, id, at),
  };
}
