import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { opening } from '../platform/hours.js';
import type { Tx } from '../platform/sql.js';
import type { Change, NewEvent, Speaker } from './event-log.js';
import { HandOff } from './hand-off.js';
import type { ConversationRow } from './rows.js';
import { sayOpening, TEXTS } from './texts.js';

export interface Queue {
  conversation: ConversationRow;
  /** The service asked for, else the article's, else the site's default. */
  service?: string;
  speaker: Speaker;
  /** One line for the agents' list; already masked. */
  summary?: string;
}

/** Puts a conversation in the queue of a service: one rule for the robot, the citizen, the agent and the sweep. */
@Injectable()
export class Queueing {
  constructor(
    private readonly handOff: HandOff,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async toQueue(tx: Tx, at: string, { conversation, service: asked, speaker, summary }: Queue): Promise<Change> {
    const site = this.config.site(conversation.site);
    const service =
      [asked, conversation.service ?? undefined].find((id) => site?.services.some((known) => known.id === id)) ??
      site?.defaultService ??
      asked ??
      'accueil';
    const queuedAt = conversation.queued_at ?? at;
    const status: NewEvent = {
      ...speaker,
      kind: 'status',
      body: { status: 'queued', service, ...(await this.handOff.place(tx, service, queuedAt)) },
    };
    const nobody = this.nobodyThere(conversation, service);
    return {
      events: nobody === undefined ? [status] : [status, nobody],
      set: { status: 'queued', service, queued_at: queuedAt, assignee: null, lease_until: null, human: 1 },
      inbox: [{ service, kind: 'queued', ...(summary === undefined ? {} : { summary }) }],
    };
  }

  /** Said when the service is closed or no agent is there: the citizen must not wait for nothing. */
  private nobodyThere({ site: key, lang }: ConversationRow, id: string): NewEvent | undefined {
    const site = this.config.site(key);
    const service = site?.services.find((known) => known.id === id);
    const hours = service && site ? opening(service, site.timezone, this.clock.now()) : { open: true };
    if (hours.open && this.handOff.agentsAvailable(id) > 0) return undefined;
    const next =
      'nextOpening' in hours && hours.nextOpening !== undefined && site ? sayOpening(hours.nextOpening, lang, site.timezone) : undefined;
    return { sender: 'system', kind: 'notice', body: { id: 'nobody', text: TEXTS[lang].nobodyThere(hours.open ? undefined : next) } };
  }
}
