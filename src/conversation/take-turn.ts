import { Injectable } from '@nestjs/common';
import { refuse, type Ack, type Appended, type CitizenPayload } from '../contract/index.js';
import { replyAlways, type Memory, type TurnContext } from '../dialogue/index.js';
import { CurrentSnapshot } from '../knowledge/index.js';
import { maskPersonalData } from '../masking/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import type { Tx } from '../platform/sql.js';
import { answeringCode } from '../platform/version.js';
import { Announcer } from './announcer.js';
import { circumstancesOf } from './circumstances.js';
import type { CitizenSession } from './citizen-session.js';
import { EventLog, type Change, type NewEvent } from './event-log.js';
import { Queueing } from './queueing.js';
import type { ConversationRow } from './rows.js';
import { Sites } from './sites.js';

type Message = CitizenPayload<'message:send'>;
type Said = Extract<NewEvent, { kind: 'message' }>;
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
  ) {
    // Named while it is what runs: a build beside a running service changes the files.
    answeringCode();
  }

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
        const said: Said = { ...CITIZEN, kind: 'message', body };
        if (conversation.status !== 'bot') return { events: [said] };
        return this.answer(tx, conversation, said, { ...context, now: at });
      },
    });
    if (!appended.ok) return appended;
    this.announcer.announce(appended);
    return { ok: true, seq: appended.seq, at: appended.at, ...(appended.dup ? { dup: true } : {}) };
  }

  private async answer(tx: Tx, conversation: ConversationRow, said: Said, context: TurnContext): Promise<Change> {
    const snapshot = this.snapshots.get();
    const asked = { snapshot, memory: JSON.parse(conversation.memory) as Memory, message: said.body, context };
    const { body, memory, effects, trace } = replyAlways(asked, (error) =>
      this.log.failure('dialogue failed', error, { conversation: conversation.id }),
    );
    const given = { inReplyTo: conversation.last_seq + 1, snapshot: snapshot.id, circumstances: circumstancesOf(context) };
    const change: Change = {
      events: [said, { ...BOT, kind: 'answer', body, ...given }],
      set: { memory: JSON.stringify(memory), snapshot: snapshot.id },
    };
    this.metrics.turns.inc({ outcome: trace.outcome });
    this.metrics.confidence.observe(trace.confidence);
    for (const effect of effects) {
      if (effect.type === 'hand-off') {
        const queued = await this.queueing.toQueue(tx, context.now, {
          conversation,
          service: effect.service,
          speaker: { sender: 'system' },
          summary: said.body.text,
        });
        change.events.push(...queued.events);
        change.set = { ...change.set, ...queued.set };
        change.inbox = queued.inbox;
      } else {
        change.events.push({ sender: 'system', kind: 'status', body: { status: 'closed' } });
        change.set = { ...change.set, status: 'closed', closed_at: context.now, resolution: 'answered' };
      }
    }
    return change;
  }
}
