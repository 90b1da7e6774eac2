import type { ConversationView } from '../../../src/contract/http.js';
import type { Status } from '../../../src/contract/vocabulary.js';
import type { Held } from '../live/held-log.js';

/** The newest status known: the live log is ahead of the fetched view. */
export function statusOf(view: ConversationView, held: Held | undefined): Status {
  const last = held?.events.findLast((event) => event.kind === 'status');
  return last?.kind === 'status' && last.seq > view.head ? last.status : view.status;
}
