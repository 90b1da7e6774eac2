import type { ConversationEvent, EventKind } from '../../src/contract/events.js';

const KINDS: Record<EventKind, true> = {
  message: true,
  answer: true,
  notice: true,
  status: true,
  assigned: true,
  released: true,
  feedback: true,
  callback: true,
  erased: true,
};

/** False for an event of a kind that a newer server sends and this screen cannot draw. */
export const knowsEvent = (event: ConversationEvent): boolean => Object.hasOwn(KINDS, event.kind);
