import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationEvent } from '../../../src/contract/events.js';
import type { Held } from '../live/held-log.js';
import { useLines, useLive } from '../live/use-live.js';
import { Log } from './log.js';
import { PendingLine } from './pending-line.js';

/** The log of a conversation one holds: live, with what is on its way and the citizen's typing. */
export function Thread({ held, before }: { held: Held; before: readonly ConversationEvent[] }) {
  const { t } = useTranslation();
  const live = useLive();
  const visible = useVisible();
  const lines = useLines(held.conversationId);
  const { conversationId, events } = held;
  const shown = events.length >= before.length ? events : before;
  const last = events.at(-1);
  // At every render: it returns at once when nothing is new.
  useEffect(() => {
    if (visible) live.read(conversationId);
  });
  const known = new Set(events.map((event) => event.clientId));
  const pending = lines.filter((line) => line.call === 'message:send' && !known.has(line.clientId));
  return (
    <Log events={shown}>
      {pending.map((line) => (
        <PendingLine key={line.clientId} line={line} held={!held.lost} />
      ))}
      {pending.length === 0 && last?.kind === 'message' && last.sender.type === 'agent' && (
        <p className="line-state">{t('conversation.sent')}</p>
      )}
      {held.typing && <p className="typing">{t('conversation.typing')}</p>}
    </Log>
  );
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = (): void => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return visible;
}
