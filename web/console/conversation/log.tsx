import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationEvent } from '../../../src/contract/events.js';
import { EventLine } from './event-line.js';
import './log.css';

const NEAR_PX = 80;

interface LogProps {
  events: readonly ConversationEvent[];
  /** Lines on their way, and who is writing. */
  children?: ReactNode;
}

function toBottom(element: HTMLElement | null): void {
  if (element) element.scrollTop = element.scrollHeight;
}

/**
 * The thread. Nodes are only ever appended, so that `role=log` reads out what is new and nothing twice. It follows the
 * last line unless the reader went up.
 */
export function Log({ events, children }: LogProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const follows = useRef(true);
  const erased = new Set(events.flatMap((event) => (event.kind === 'erased' ? event.seqs : [])));
  useLayoutEffect(() => {
    if (follows.current) toBottom(box.current);
  });
  useEffect(() => {
    const observer = new ResizeObserver(() => follows.current && toBottom(box.current));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="log-box">
      <div
        ref={box}
        className="log"
        role="log"
        aria-label={t('conversation.log')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
          setAway(!follows.current);
        }}
      >
        {events.map((event) => (
          <EventLine key={event.seq} event={event} erased={erased.has(event.seq)} />
        ))}
        {children}
      </div>
      {away && (
        <Button
          className="log-bottom"
          size="compact-sm"
          leftSection={<IconArrowDown aria-hidden size={16} />}
          onClick={() => {
            follows.current = true;
            toBottom(box.current);
            box.current?.focus();
          }}
        >
          {t('conversation.toBottom')}
        </Button>
      )}
    </div>
  );
}
