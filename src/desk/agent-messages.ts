import { Injectable } from '@nestjs/common';
import type { ActorValue } from '../accounts/index.js';
import { refuse, type Ack, type Appended, type EventBodies, type StaffPayload } from '../contract/index.js';
import { Announcer, EventLog } from '../conversation/index.js';
import { appendedAck } from '../conversation/answer-calls.js';
import { CurrentSnapshot } from '../knowledge/index.js';
import { maskPersonalData } from '../masking/index.js';
import { withoutInvisible } from '../masking/invisible.js';
import { Config } from '../platform/config.js';
import { notHeld } from './access.js';
import { agentSpeaker } from './agent-speaker.js';
import { insertion } from './insertion.js';

/** Never stored, whoever writes them; an office's telephone or address in an agent's line is the answer itself. */
const NUMBERS = new Set(['nir', 'iban', 'card']);

export function agentText(text: string): string {
  const { text: masked, masked: found } = maskPersonalData(text);
  return found.some(({ kind }) => NUMBERS.has(kind)) ? masked : withoutInvisible(text);
}

/** What an agent writes. Whoever no longer holds the conversation is refused inside the unit: the citizen sees nothing. */
@Injectable()
export class AgentMessages {
  constructor(
    private readonly events: EventLog,
    private readonly snapshots: CurrentSnapshot,
    private readonly announcer: Announcer,
    private readonly config: Config,
  ) {}

  async say(actor: ActorValue, call: StaffPayload<'message:send'>): Promise<Ack<Appended>> {
    const { conversationId, clientId, epoch, insert } = call;
    if (call.text.length > this.config.limits['message.characters']) return refuse('too-large');
    const text = agentText(call.text);
    if (text.trim() === '') return refuse('bad');
    const body: EventBodies['message'] = { text };
    if (insert !== undefined) {
      const article = this.snapshots.get().articles.get(insert.article);
      const inserted = article === undefined ? undefined : insertion(article, insert.section);
      if (inserted === undefined) return refuse('not-found');
      Object.assign(body, inserted);
    }
    const speaker = agentSpeaker(actor);
    const appended = await this.events.append({
      conversationId,
      clientId,
      speaker,
      // Not the article's blocks: a retry is the same call even when a new version was published meanwhile.
      body: { text, insert: insert ?? null },
      evenClosed: true,
      change: (conversation) => notHeld(actor, epoch, conversation, this.config) ?? { events: [{ ...speaker, kind: 'message', body }] },
    });
    if (appended.ok) this.announcer.announce(appended);
    return appendedAck(appended);
  }
}
