import type { ConversationEvent } from '../../src/contract/events.js';
import type { State } from './state.js';

/** What one more line of the log changes. Lines come in order, each once: the receiver sees to it. */
export function afterEvent(state: State, event: ConversationEvent): State {
  const next: State = { ...state, events: [...state.events, event] };
  switch (event.kind) {
    case 'status':
      next.status = event.status;
      next.service = event.service ?? state.service;
      next.queue = event.status === 'queued' ? { place: event.place, waitMinutes: event.waitMinutes } : {};
      if (event.status !== 'assigned') next.typing = undefined;
      if (event.status === 'bot') next.agent = undefined;
      if (event.status === 'closed') next.idleWarning = false;
      return next;
    case 'assigned':
      return { ...next, status: 'assigned', agent: event.name, queue: {} };
    case 'released':
      return { ...next, status: event.to === 'bot' ? 'bot' : 'queued', agent: undefined, typing: undefined };
    case 'feedback':
      return { ...next, rated: new Map(state.rated).set(event.about, event.useful) };
    case 'erased':
      return { ...next, erased: new Set([...state.erased, ...event.seqs]) };
    case 'message':
    case 'answer':
      return event.sender.type === 'citizen' ? next : { ...next, typing: undefined };
    default:
      return next;
  }
}
