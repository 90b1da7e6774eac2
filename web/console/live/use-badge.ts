import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../api/desk.js';
import { useLiveIfAny, useUnread } from './use-live.js';

/** Citizens in the queue and lines not read yet: the number in the title and in the navigation. */
export function useBadge(): number {
  const live = useLiveIfAny();
  const unread = useUnread();
  const { data } = useQuery({ ...overviewQuery, enabled: live !== null });
  return live ? unread + (data?.queue.length ?? 0) : 0;
}
