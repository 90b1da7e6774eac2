import type { ConversationEvent } from '../../../src/contract/events.js';
import type { Synced } from '../../../src/contract/citizen.js';
import { createReceiver, knowsEvent, type Link, type Receiver } from '../../receiver/index.js';

/** A conversation that this agent holds, or held until a moment ago. */
export interface Held {
  conversationId: string;
  epoch: number;
  /** The lease ran out or somebody took over: nothing may be sent any more, what was being written stays. */
  lost: boolean;
  /** Milliseconds since 1970 at which it was claimed here. */
  since: number;
  events: readonly ConversationEvent[];
  /** Last number that the agent has had before the eyes. */
  seen: number;
  typing: boolean;
}

/** Citizen's lines that came after the agent last looked or wrote. */
export function unreadOf(held: Held): number {
  const answered = held.events.findLast((event) => event.sender.type === 'agent')?.seq ?? 0;
  const from = Math.max(held.seen, answered);
  return held.events.filter((event) => event.seq > from && event.kind === 'message' && event.sender.type === 'citizen').length;
}

/** Whether these events end with this agent no longer in charge: a take-over, the sweep, the citizen's farewell. */
export function takenFrom(name: string, events: readonly ConversationEvent[]): boolean {
  const last = events.findLast(
    (event) => event.kind === 'assigned' || event.kind === 'released' || (event.kind === 'status' && event.status !== 'assigned'),
  );
  return last !== undefined && !(last.kind === 'assigned' && last.name === name);
}

/** Whether what was fetched about a conversation is out of date after this event. */
export const changesHands = (event: ConversationEvent): boolean =>
  event.kind === 'assigned' || event.kind === 'callback' || (event.kind === 'status' && event.status !== 'closed');

/** Follows the numbered log of one conversation through the shared receiver. */
export function followLog(
  link: Link,
  conversationId: string,
  { after = 0, apply }: { after?: number; apply(events: ConversationEvent[]): void },
): Receiver<ConversationEvent> {
  return createReceiver<ConversationEvent>({
    last: after,
    apply,
    knows: knowsEvent,
    fetch: async (after, limit) => {
      const { events, head, more } = await link.get<Synced>('events:sync', { conversationId, after, limit });
      return { lines: events, head, more };
    },
  });
}
