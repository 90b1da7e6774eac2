import type { ActorValue } from '../accounts/index.js';
import type { ErrorCode } from '../contract/index.js';
import type { ConversationRow } from '../conversation/index.js';
import type { Config } from '../platform/config.js';

type Held = Pick<ConversationRow, 'status' | 'assignee' | 'service' | 'site'>;

/** Who works in queues at all. */
export const worksQueues = ({ roles }: Pick<ActorValue, 'roles'>): boolean => roles.includes('agent') || roles.includes('supervisor');

export const holds = (actor: ActorValue, { status, assignee }: Pick<Held, 'status' | 'assignee'>): boolean =>
  status === 'assigned' && assignee === actor.id;

/** One of the actor's services; a conversation that has none yet belongs to all those of its site. */
export function inServices(actor: ActorValue, { service, site }: Pick<Held, 'service' | 'site'>, config: Config): boolean {
  if (service !== null) return actor.services.includes(service);
  return config.site(site)?.services.some(({ id }) => actor.services.includes(id)) ?? false;
}

/** Waiting for whoever of the service comes first. */
const waits = ({ status }: Pick<Held, 'status'>) => status === 'queued' || status === 'callback';

/**
 * Whether somebody may read a conversation: one's own and what waits in one's services freely; the others of one's services as a
 * supervisor, any as data protection officer, with a reason that is written down; else it does not exist for them.
 */
export function reading(actor: ActorValue, conversation: Held, config: Config): 'free' | 'with-reason' | 'never' {
  if (worksQueues(actor)) {
    if (holds(actor, conversation)) return 'free';
    if (waits(conversation) && conversation.service !== null && actor.services.includes(conversation.service)) return 'free';
  }
  if (actor.roles.includes('dpo')) return 'with-reason';
  return actor.roles.includes('supervisor') && inServices(actor, conversation, config) ? 'with-reason' : 'never';
}

/** The guard of what only the holder may do, with the number that fences off a holder of the past. Undefined when it may go on. */
export function notHeld(actor: ActorValue, epoch: number, conversation: ConversationRow, config: Config): ErrorCode | undefined {
  if (holds(actor, conversation) && conversation.epoch === epoch) return undefined;
  if (!holds(actor, conversation) && !inServices(actor, conversation, config)) return 'not-found';
  return conversation.status === 'closed' ? 'conversation.closed' : 'not-owner';
}
