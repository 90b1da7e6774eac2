import type { ErrorCode } from '../../../src/contract/codes.js';
import type { ConversationEvent } from '../../../src/contract/events.js';
import type { DeskOverview } from '../../../src/contract/http.js';
import { LEASE_RENEW_MS } from '../../../src/contract/limits.js';
import type { Claimed, InboxEntry, StaffAnswers, SuggestedArticle } from '../../../src/contract/staff.js';
import type { Presence, Resolution } from '../../../src/contract/vocabulary.js';
import { createSender, onWake, openLink, type Line, type LinkState, type Receiver } from '../../receiver/index.js';
import { appendOnce } from './append-once.js';
import { createHeldConversations, type HeldById } from './held-conversations.js';
import { followLog } from './held-log.js';
import { followInboxes } from './inboxes.js';
import { outboxStore } from './outbox-store.js';

export interface LiveState {
  link: LinkState;
  held: HeldById;
  /** Lines not yet acknowledged, of every conversation. */
  lines: readonly Line[];
}
export interface LiveEvents {
  /** The queue, mine or the callbacks may have changed. */
  overviewChanged(): void;
  conversationChanged(conversationId: string): void;
  queued(entries: InboxEntry[]): void;
  citizenWrote(conversationId: string): void;
  signedOut(code: ErrorCode | undefined): void;
}
export type ReleaseTo = { queue: string } | { bot: true };
export type DeskLive = ReturnType<typeof openDeskLive>;

/** An older line that arrives now is history, not news. */
const FRESH_MS = 60_000;

/** The agent's live side: one socket, and on it the conversations held, the queues, and the lines on their way. */
export function openDeskLive(myName: string, events: LiveEvents) {
  const listeners = new Set<() => void>();
  /** Conversations that are only looked at while they wait. */
  const watched = new Map<string, Receiver<ConversationEvent>>();
  /** What was chosen on this page, said again after a lost link; what the server remembers of before is not overwritten. */
  let chosen: Presence | undefined;
  let state: LiveState = { link: 'connecting', held: {}, lines: [] };
  const set = (change: Partial<LiveState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const link = openLink({
    namespace: '/staff',
    state: (next, code) => {
      set({ link: next });
      if (next === 'refused' && code === 'auth') events.signedOut(code);
      if (next === 'connected') catchUp();
    },
    told: {
      event: (event: ConversationEvent) => logOf(event.conversationId)?.take(event),
      head: (head: { conversationId: string; seq: number } | { service: string; seq: number }) =>
        'service' in head ? inboxes.head(head.service, head.seq) : logOf(head.conversationId)?.head(head.seq),
      inbox: (entry: InboxEntry) => inboxes.take(entry),
      typing: ({ conversationId, on }: { conversationId: string; on: boolean }) => held.typing(conversationId, on),
    },
  });
  const held = createHeldConversations({
    link,
    myName,
    changed: (all) => set({ held: all }),
    stale: (id) => {
      events.overviewChanged();
      events.conversationChanged(id);
    },
    arrived: (id, fresh) => {
      for (const event of fresh) if (event.clientId) sender.seen(event.clientId);
      tellCursor(id, fresh.at(-1)!.seq, held.seenOf(id));
      const said = fresh.findLast((event) => event.kind === 'message' && event.sender.type === 'citizen');
      if (said && Date.now() - Date.parse(said.at) < FRESH_MS) events.citizenWrote(id);
      events.overviewChanged();
    },
  });
  const inboxes = followInboxes(link, (entries) => {
    events.overviewChanged();
    // What was closed can mostly not be read any more.
    const open = entries.filter((entry) => entry.kind !== 'closed');
    for (const id of new Set(open.map((entry) => entry.conversationId))) events.conversationChanged(id);
    const queued = entries.filter((entry) => entry.kind === 'queued' || entry.kind === 'callback');
    if (queued.length > 0) events.queued(queued);
  });
  const sender = createSender({
    emit: (call, payload) => link.ask(call, payload),
    store: outboxStore,
    changed: (lines) => set({ lines: [...lines] }),
    refused: (line, code) => {
      if (code === 'not-owner' || code === 'conversation.closed') held.lose(line.conversationId);
    },
  });
  const logOf = (id: string): Receiver<ConversationEvent> | undefined => held.logOf(id) ?? watched.get(id);

  function catchUp(): void {
    if (chosen) void link.ask('presence:set', { state: chosen }).catch(() => undefined);
    inboxes.sync();
    held.sync();
    watched.forEach((log) => log.sync());
    sender.wake();
    void held.renewLeases();
    events.overviewChanged();
  }
  function tellCursor(conversationId: string, delivered: number, read: number): void {
    void link.ask('cursor:set', { conversationId, delivered, read: Math.min(read, delivered) }).catch(() => undefined);
  }
  const part = (id: string, call: string, how: Record<string, unknown>): Promise<void> =>
    held.part(id, () => appendOnce(link, call, { conversationId: id, epoch: held.epochOf(id), ...how }));

  const renewing = setInterval(() => void held.renewLeases(), LEASE_RENEW_MS);
  const stopWaking = onWake(() => (state.link === 'connected' ? catchUp() : link.reconnect()));
  set({ lines: [...sender.lines] });

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: (): LiveState => state,
    adopt(overview: DeskOverview): void {
      inboxes.follow(overview.services);
      held.adopt(overview.mine);
    },
    async claim(id: string): Promise<Claimed> {
      const answer = await link.ask('conversation:claim', { conversationId: id });
      if (!answer.ok) throw Object.assign(new Error(answer.code), { code: answer.code, by: answer.name });
      const claimed = answer as unknown as Claimed;
      held.hold(id, claimed.epoch);
      events.overviewChanged();
      events.conversationChanged(id);
      return claimed;
    },
    hold: held.hold,
    forget: (id: string) => held.forget(id),
    /** Follows a conversation that waits in one's services; the answer ends it. */
    watch(id: string, after: number, apply: (fresh: ConversationEvent[]) => void): () => void {
      const log = followLog(link, id, { after, apply });
      watched.set(id, log);
      log.sync();
      return () => {
        log.close();
        watched.delete(id);
      };
    },
    send: (id: string, text: string, article?: string): boolean =>
      sender.send(id, 'message:send', { text, epoch: held.epochOf(id), ...(article ? { insert: { article } } : {}) }) !== null,
    /** Under a new epoch the line is another call: the old one would be refused again. */
    retry(line: Line): void {
      const epoch = held.epochOf(line.conversationId);
      if (line.payload['epoch'] === epoch) return sender.retry(line.clientId);
      sender.discard(line.clientId);
      sender.send(line.conversationId, line.call, { ...line.payload, epoch });
    },
    discard: (clientId: string) => sender.discard(clientId),
    async release(id: string, to: ReleaseTo, note?: string): Promise<void> {
      await part(id, 'conversation:release', { to, ...(note ? { note } : {}) });
      events.overviewChanged();
    },
    async close(id: string, resolution: Resolution): Promise<void> {
      await part(id, 'conversation:close', { resolution });
      events.overviewChanged();
    },
    typing: (id: string, on: boolean) => link.tell('typing', { conversationId: id, on }),
    /** The agent looks at this conversation now. */
    read(id: string): void {
      const last = held.read(id);
      if (last !== undefined) tellCursor(id, last, last);
    },
    suggest: async (id: string): Promise<SuggestedArticle[]> =>
      (await link.get<StaffAnswers['article:suggest']>('article:suggest', { conversationId: id })).candidates,
    async setPresence(next: Presence): Promise<void> {
      await link.get('presence:set', { state: next });
      chosen = next;
      events.overviewChanged();
    },
    stop(): void {
      clearInterval(renewing);
      stopWaking();
      sender.close();
      inboxes.close();
      held.close();
      watched.forEach((log) => log.close());
      link.close();
    },
  };
}
