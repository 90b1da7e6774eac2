import type { ConversationEvent } from '../../../src/contract/events.js';
import type { QueueItem } from '../../../src/contract/http.js';
import type { StaffAnswers } from '../../../src/contract/staff.js';
import type { Link, Receiver } from '../../receiver/index.js';
import { changesHands, followLog, takenFrom, type Held } from './held-log.js';

export type HeldById = Readonly<Record<string, Held>>;
export interface HeldOptions {
  link: Link;
  myName: string;
  changed(held: HeldById): void;
  /** These events arrived in the log of a conversation that is held. */
  arrived(conversationId: string, fresh: readonly ConversationEvent[]): void;
  /** What the server tells of the conversation, or of the lists, may be out of date. */
  stale(conversationId: string): void;
}
export type HeldConversations = ReturnType<typeof createHeldConversations>;

/** A held conversation that an overview does not list is lost, unless it was claimed while that overview was on its way. */
const CLAIM_GRACE_MS = 5000;
const TYPING_MS = 6000;

/** The conversations this agent holds: their logs, who writes in them, and whether they are still held. */
export function createHeldConversations({ link, myName, changed, arrived, stale }: HeldOptions) {
  const logs = new Map<string, Receiver<ConversationEvent>>();
  const typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Those being released or closed here: what the log says of it is no loss. */
  const parting = new Set<string>();
  let all: HeldById = {};

  const set = (next: HeldById): void => {
    all = next;
    changed(all);
  };
  const patch = (id: string, change: Partial<Held>): void => {
    const held = all[id];
    if (held) set({ ...all, [id]: { ...held, ...change } });
  };
  const unfollow = (id: string): void => {
    logs.get(id)?.close();
    logs.delete(id);
  };

  function take(id: string, fresh: ConversationEvent[]): void {
    const held = all[id];
    if (!held) return;
    const spoke = fresh.some((event) => event.sender.type === 'citizen');
    patch(id, { events: [...held.events, ...fresh], ...(spoke ? { typing: false } : {}) });
    arrived(id, fresh);
    if (!parting.has(id) && takenFrom(myName, fresh)) lose(id);
    else if (fresh.some(changesHands)) stale(id);
  }

  function hold(id: string, epoch: number): void {
    const held = all[id];
    if (held && !held.lost && held.epoch >= epoch) return;
    const since = Date.now();
    if (held) patch(id, { epoch, lost: false, since });
    else set({ ...all, [id]: { conversationId: id, epoch, lost: false, since, events: [], seen: 0, typing: false } });
    const after = held?.events.at(-1)?.seq ?? 0;
    if (!logs.has(id)) logs.set(id, followLog(link, id, { after, apply: (fresh) => take(id, fresh) }));
    logs.get(id)!.sync();
  }

  /** Nothing may be sent any more; what was being written stays. */
  function lose(id: string): void {
    if (!all[id] || all[id].lost) return;
    patch(id, { lost: true, typing: false });
    unfollow(id);
    stale(id);
  }

  return {
    hold,
    lose,
    epochOf: (id: string): number => all[id]?.epoch ?? 0,
    logOf: (id: string): Receiver<ConversationEvent> | undefined => logs.get(id),
    forget(id: string): void {
      unfollow(id);
      set(Object.fromEntries(Object.entries(all).filter(([one]) => one !== id)));
    },
    /** Runs what ends the holding; its own echo in the log is no loss. */
    async part(id: string, act: () => Promise<void>): Promise<void> {
      parting.add(id);
      try {
        await act();
        this.forget(id);
      } finally {
        parting.delete(id);
      }
    },
    /** Brings what is held here in line with what the server says is mine. */
    adopt(mine: readonly QueueItem[]): void {
      for (const item of mine) if (item.epoch !== undefined) hold(item.conversationId, item.epoch);
      const listed = new Set(mine.map((item) => item.conversationId));
      for (const held of Object.values(all))
        if (!listed.has(held.conversationId) && Date.now() - held.since > CLAIM_GRACE_MS) lose(held.conversationId);
    },
    async renewLeases(): Promise<void> {
      const items = Object.values(all)
        .filter((held) => !held.lost)
        .map(({ conversationId, epoch }) => ({ conversationId, epoch }));
      if (items.length === 0) return;
      const answer = await link.get<StaffAnswers['lease:renew']>('lease:renew', { items }).catch(() => undefined);
      for (const id of answer?.lost ?? []) lose(id);
    },
    typing(id: string, on: boolean): void {
      clearTimeout(typingTimers.get(id));
      patch(id, { typing: on });
      if (!on) return;
      const timer = setTimeout(() => patch(id, { typing: false }), TYPING_MS);
      typingTimers.set(id, timer);
    },
    /** The agent has everything up to the last line before the eyes; answers its number when that is new. */
    read(id: string): number | undefined {
      const last = all[id]?.events.at(-1)?.seq ?? 0;
      if (!all[id] || last <= all[id].seen) return undefined;
      patch(id, { seen: last });
      return last;
    },
    seenOf: (id: string): number => all[id]?.seen ?? 0,
    sync: (): void => logs.forEach((log) => log.sync()),
    close(): void {
      typingTimers.forEach(clearTimeout);
      logs.forEach((log) => log.close());
    },
  };
}
