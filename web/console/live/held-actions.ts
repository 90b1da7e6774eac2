import type { SpotlightActionData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { overviewQuery } from '../api/desk.js';
import { useLiveIfAny } from './use-live.js';

/** The conversations one holds, as entries of the command bar. */
export function useHeldActions(): SpotlightActionData[] {
  const go = useNavigate();
  const live = useLiveIfAny();
  const { data } = useQuery({ ...overviewQuery, enabled: live !== null });
  return (data?.mine ?? []).map((item) => ({
    id: item.conversationId,
    label: item.summary,
    onClick: () => void go(`/desk/${item.conversationId}`),
  }));
}
