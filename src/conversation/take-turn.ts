import { Injectable } from '@nestjs/common';
import { refuse, type Ack, type Appended, type CitizenPayload } from '../contract/index.js';
import { fallbackReply, reply, type Memory, type Reply, type TurnContext } from '../dialogue/index.js';
import { CurrentSnapshot } from '../knowledge/index.js';
import { maskPersonalData } from '../masking/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import type { Tx } from '../platform/sql.js';
import { Announcer } from './announcer.js';
import type { CitizenSession } from './citizen-session.js';
import { EventLog, type Change, type NewEvent } from './event-log.js';
import { Queueing } from './queueing.js';
import type { ConversationRow } from './rows.js';
import { Sites } from './sites.js';

type Message = CitizenPayload<'message:send'>;
const CITIZEN = { sender: 'citizen' } as const;
const BOT = { sender: 'bot' } as const;

/**
 * The story of a message: mask personal data; load the conversation; if the robot holds it, think; one write unit appends the
 * citizen's line and the robot's; then acknowledge, then announce. A question and its answer commit together, so there is no
 * state in which a question waits for the robot.
 */
@Injectable()
export class TakeTurn {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly sites: Sites,
    private readonly snapshots: CurrentSnapshot,
    private readonly queueing: Queueing,
    private readonly announcer: Announcer,
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async say(session: CitizenSession, message: Message): Promise<Ack<Appended>> {
    if (message.text.length > this.config.limits['message.characters']) return refuse('too-large');
    const { text } = maskPersonalData(message.text);
    // Nothing but invisible characters.
    if (text.trim() === '') return refuse('bad');
    const before = await this.database.read.get<ConversationRow>('SELECT * FROM conversation WHERE id = ?', [message.conversationId]);
    if (before === undefined) return refuse('not-found');
    const context = await this.sites.context(before);
    const body = message.choice === undefined ? { text } : { text, choice: message.choice };

    const appended = await this.events.append({
      conversationId: message.conversationId,
      speaker: CITIZEN,
      session: session.id,
      clientId: message.clientId,
      body,
      change: (conversation, at, tx) => {
        const said: NewEvent = { ...CITIZEN, kind: 'message', body };
        if (conversation.status !== 'bot') return { events: [said] };
        return this.answer(tx, at, conversation, said, this.think(conversation, body, context));
      },
    });
    if (!appended.ok) return appended;
    this.announcer.announce(appended);
    return { ok: true, seq: appended.seq, at: appended.at, ...(appended.dup ? { dup: true } : {}) };
  }

  /** Never silent: a dialogue that throws passes the conversation to a person. */
  private think(conversation: ConversationRow, { text, choice }: { text: string; choice?: string }, context: TurnContext): Reply {
    try {
      return reply(
        this.snapshots.get(),
        JSON.parse(conversation.memory) as Memory,
        { text, ...(choice === undefined ? {} : { choice }) },
        context,
      );
    } catch (error) {
      this.log.failure('dialogue failed', error, { conversation: conversation.id });
      return fallbackReply(context);
    }
  }

  private async answer(
    tx: Tx,
    at: string,
    conversation: ConversationRow,
    said: NewEvent,
    { body, memory, effects, trace }: Reply,
  ): Promise<Change> {
    const question = conversation.last_seq + 1;
    const snapshot = this.snapshots.get().id;
    const change: Change = {
      events: [said, { ...BOT, kind: 'answer', body, inReplyTo: question, snapshot }],
      set: { memory: JSON.stringify(memory), snapshot },
    };
    this.metrics.turns.inc({ outcome: trace.outcome });
    this.metrics.confidence.observe(trace.confidence);
    for (const effect of effects) {
      if (effect.type === 'hand-off') {
        const summary = 'text' in said.body ? said.body.text : undefined;
        const queued = await this.queueing.toQueue(tx, at, {
          conversation,
          service: effect.service,
          speaker: { sender: 'system' },
          summary,
        });
        change.events.push(...queued.events);
        change.set = { ...change.set, ...queued.set };
        change.inbox = queued.inbox;
      } else {
        change.events.push({ sender: 'system', kind: 'status', body: { status: 'closed' } });
        change.set = { ...change.set, status: 'closed', closed_at: at, resolution: 'answered' };
      }
    }
    return change;
  }
}
