import { useEffect, useState } from 'react';
import type { ConversationEvent } from '../../../src/contract/events.js';
import type { ConversationView } from '../../../src/contract/http.js';
import { useLive } from '../live/use-live.js';
import { Log } from './log.js';

const NONE: readonly ConversationEvent[] = [];

/** The thread of a conversation that one only reads; live while it waits for somebody, since the citizen may go on writing. */
export function WatchedThread({ view }: { view: ConversationView }) {
  const live = useLive();
  const [fresh, setFresh] = useState(NONE);
  const { conversationId, head } = view;
  const waits = view.status === 'queued' || view.status === 'callback';
  useEffect(() => {
    if (!waits) return;
    return live.watch(conversationId, head, (events) => setFresh((before) => [...before, ...events]));
  }, [live, conversationId, head, waits]);
  const last = view.events.at(-1)?.seq ?? 0;
  return <Log events={[...view.events, ...fresh.filter((event) => event.seq > last)]} />;
}
