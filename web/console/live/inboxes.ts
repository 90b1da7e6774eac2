import type { InboxEntry, StaffAnswers } from '../../../src/contract/staff.js';
import { createReceiver, type Link, type Receiver } from '../../receiver/index.js';

export interface Inboxes {
  /** Follows these services from these numbers on; those already followed stay where they are. */
  follow(services: readonly { id: string; head: number }[]): void;
  take(entry: InboxEntry): void;
  head(service: string, seq: number): void;
  sync(): void;
  close(): void;
}

/** One numbered log per service: a queue heals by the same rules as a conversation. */
export function followInboxes(link: Link, changed: (entries: InboxEntry[]) => void): Inboxes {
  const receivers = new Map<string, Receiver<InboxEntry>>();
  const follow = (service: string, last: number): void => {
    receivers.set(
      service,
      createReceiver<InboxEntry>({
        last,
        apply: changed,
        fetch: async (after, limit) => {
          const { entries, head, more } = await link.get<StaffAnswers['inbox:sync']>('inbox:sync', { service, after, limit });
          return { lines: entries, head, more };
        },
      }),
    );
  };
  return {
    follow(services) {
      for (const { id, head } of services) {
        const receiver = receivers.get(id);
        if (receiver) receiver.head(head);
        else follow(id, head);
      }
    },
    take: (entry) => receivers.get(entry.service)?.take(entry),
    head: (service, seq) => receivers.get(service)?.head(seq),
    sync: () => receivers.forEach((receiver) => receiver.sync()),
    close: () => receivers.forEach((receiver) => receiver.close()),
  };
}
