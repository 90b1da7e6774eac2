import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent, EventBodies, EventKind } from '../../../src/contract/events.js';
import { linesOf } from '../../../web/widget/entries.js';
import { firstState, reduce, type State } from '../../../web/widget/state.js';

let seq = 0;
function event<K extends EventKind>(kind: K, body: EventBodies[K], more: Partial<ConversationEvent> = {}): ConversationEvent {
  seq += 1;
  return { conversationId: 'c', seq, kind, sender: { type: 'system' }, at: '2026-11-22T10:00:00Z', ...body, ...more } as ConversationEvent;
}
const after = (...events: ConversationEvent[]): State => reduce(firstState('fr'), { type: 'events', events });

describe('the widget after an event', () => {
  it('is with a person once somebody joined, and knows the name', () => {
    expect(after(event('status', { status: 'queued' }), event('assigned', { name: 'Marie' }))).toMatchObject({
      status: 'assigned',
      agent: 'Marie',
    });
  });
  it('is with the robot again when the person gives it back', () => {
    const state = after(event('assigned', { name: 'Marie' }), event('released', { to: 'bot' }));
    expect(state).toMatchObject({ status: 'bot', agent: undefined });
  });
  it('keeps the place in the queue only while waiting', () => {
    const queued = after(event('status', { status: 'queued', place: 2, waitMinutes: [3, 8] }));
    expect(queued.queue).toEqual({ place: 2, waitMinutes: [3, 8] });
    expect(reduce(queued, { type: 'events', events: [event('assigned', { name: 'Luc' })] }).queue).toEqual({});
  });
  it('shows erased lines as erased', () => {
    const said = event('message', { text: 'secret' }, { sender: { type: 'citizen' } });
    const [line] = linesOf(after(said, event('erased', { seqs: [said.seq] })));
    expect(line).toMatchObject({ erased: true });
  });
  it('knows which answers were rated', () => {
    expect(after(event('feedback', { about: 4, useful: false })).rated.get(4)).toBe(false);
  });
  it('keeps the text of a conversation that expired on screen, and starts afresh when there is none', () => {
    const shown = reduce(after(event('notice', { id: 'x', text: 'x' })), { type: 'expired' });
    expect(shown).toMatchObject({ status: 'closed', notice: { text: 'expired' } });
    expect(reduce({ ...firstState('fr'), begun: true }, { type: 'expired' }).begun).toBe(false);
  });
});

describe('the lines of the log', () => {
  const line = {
    clientId: 'a',
    conversationId: 'here',
    call: 'message:send',
    payload: { text: 'bonjour' },
    since: 0,
    state: 'sending' as const,
  };

  it('replace a local line by its event under the same key, so that it is announced once', () => {
    const state = { ...firstState('fr'), lines: [line] };
    const before = linesOf(state).map((entry) => entry.key);
    const said = event('message', { text: 'bonjour' }, { sender: { type: 'citizen' }, clientId: 'a' });
    const now = linesOf({ ...reduce(state, { type: 'events', events: [said] }), lines: [line] });
    expect(now.map((entry) => entry.key)).toEqual(before);
  });
  it('leave out calls that are not messages', () => {
    expect(linesOf({ ...firstState('fr'), lines: [{ ...line, call: 'feedback:give' }] })).toEqual([]);
  });
  it('offer the buttons of the last answer only, and none while a line is on its way', () => {
    const answers = [event('answer', { outcome: 'clarified', blocks: [] }), event('answer', { outcome: 'clarified', blocks: [] })];
    const state = after(...answers);
    expect(linesOf(state).map((entry) => entry.type === 'event' && entry.current)).toEqual([false, true]);
    expect(linesOf({ ...state, lines: [line] }).some((entry) => entry.type === 'event' && entry.current)).toBe(false);
  });
  it('say a change of hands once', () => {
    const state = after(
      event('status', { status: 'queued' }),
      event('status', { status: 'assigned' }),
      event('assigned', { name: 'Marie' }),
      event('released', { to: 'bot' }),
      event('status', { status: 'bot' }),
      event('notice', { id: 'bot', text: 'Vous échangez de nouveau avec l’assistant.' }),
    );
    expect(linesOf(state).map((entry) => entry.type === 'event' && entry.event.kind)).toEqual(['status', 'assigned', 'released']);
  });
});
