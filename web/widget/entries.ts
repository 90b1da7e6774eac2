import type { ConversationEvent } from '../../src/contract/events.js';
import type { Line } from '../receiver/sender.js';
import type { State } from './state.js';

/** One thing drawn in the log: a line of the server, or one of ours that is not acknowledged yet. */
export type Entry =
  | { key: string; type: 'event'; event: ConversationEvent; erased: boolean; current: boolean }
  | { key: string; type: 'pending'; line: Line };

const DRAWN: readonly ConversationEvent['kind'][] = ['message', 'answer', 'notice', 'status', 'assigned', 'released', 'callback'];
const SPOKEN: readonly ConversationEvent['kind'][] = ['message', 'answer'];

/** The key of a citizen's line is its clientId, before and after the server knew it: its node stays. */
export function linesOf({ events, erased, lines }: Pick<State, 'events' | 'erased' | 'lines'>): Entry[] {
  const known = new Set(events.map((event) => event.clientId));
  const pending = lines.filter((line) => line.call === 'message:send' && !known.has(line.clientId));
  const lastSpoken = events.findLast((event) => SPOKEN.includes(event.kind));
  const drawn = events.filter((event, i) => DRAWN.includes(event.kind) && !repeats(event, events[i - 1]));
  return [
    ...drawn.map((event): Entry => {
      const own = event.sender.type === 'citizen' && event.kind === 'message';
      return {
        key: own && event.clientId ? event.clientId : `#${event.seq}`,
        type: 'event',
        event,
        erased: erased.has(event.seq),
        // Buttons belong to the last thing said; those of older answers would answer another question.
        current: event === lastSpoken && pending.length === 0,
      };
    }),
    ...pending.map((line): Entry => ({ key: line.clientId, type: 'pending', line })),
  ];
}

/** Notices whose event, just before, is drawn as a change of hands already. */
const SAID_ALREADY = ['bot', 'callback'];

/** A line that the one before has already said in better words. */
function repeats(event: ConversationEvent, before: ConversationEvent | undefined): boolean {
  if (event.kind === 'notice') return SAID_ALREADY.includes(event.id);
  if (event.kind !== 'status') return false;
  if (event.status === 'assigned' || event.status === 'callback') return true;
  if (before?.kind === 'status') return before.status === event.status;
  return before?.kind === 'released' && event.status === (before.to === 'bot' ? 'bot' : 'queued');
}
