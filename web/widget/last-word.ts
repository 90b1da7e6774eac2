import type { ConversationEvent } from '../../src/contract/events.js';

/** The last thing that a robot or a person answered: what an opinion at the end is about. */
export const lastWord = (events: readonly ConversationEvent[]): ConversationEvent | undefined =>
  events.findLast((event) => event.kind === 'answer' || (event.kind === 'message' && event.sender.type === 'agent'));
