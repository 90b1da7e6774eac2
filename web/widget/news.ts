import type { ConversationEvent } from '../../src/contract/events.js';
import type { News } from '../loader/verbs.js';
import type { State } from './state.js';

/** Names of what a line means to the embedding page. Names only: the page never gets a text. */
export function newsOf(event: ConversationEvent, state: State): News[] {
  if (event.kind === 'assigned') return ['handoff:joined'];
  if (event.kind === 'released') return ['handoff:ended'];
  if (event.kind === 'status' && event.status === 'queued') return ['handoff:queued'];
  if (event.kind === 'status' && event.status === 'closed' && state.agent) return ['handoff:ended'];
  if ((event.kind === 'message' || event.kind === 'answer') && event.sender.type !== 'citizen') return ['message:received'];
  return [];
}

/** Lines that came while nobody looked: the panel is closed, or its tab is hidden. */
export interface Unread {
  readonly count: number;
  readonly seen: boolean;
  add(event: ConversationEvent): number;
  shown(shown: boolean): void;
  onSeen(task: () => void): void;
}
export function createUnread(): Unread {
  let count = 0;
  let shown = true;
  let task = (): void => undefined;
  const seen = (): boolean => shown && document.visibilityState === 'visible';
  const look = (): void => {
    if (!seen()) return;
    if (count > 0) task();
    count = 0;
  };
  document.addEventListener('visibilitychange', look);
  return {
    get count() {
      return count;
    },
    get seen() {
      return seen();
    },
    add(event) {
      const counts = event.kind === 'message' || event.kind === 'answer' || event.kind === 'assigned';
      if (counts && !seen()) count += 1;
      return count;
    },
    shown(now) {
      shown = now;
      look();
    },
    onSeen(next) {
      task = next;
    },
  };
}
