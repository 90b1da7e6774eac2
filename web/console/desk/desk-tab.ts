import { useSearchParams } from 'react-router';

export const DESK_TABS = ['queue', 'mine', 'callbacks'] as const;
export type DeskTab = (typeof DESK_TABS)[number];

/** The tab stands in the address, so that a reload and « back » keep it. */
export function useDeskTab(): [DeskTab, (tab: DeskTab) => void] {
  const [search, setSearch] = useSearchParams();
  const tab = DESK_TABS.find((one) => one === search.get('tab')) ?? 'queue';
  return [tab, (next) => setSearch({ tab: next }, { replace: true })];
}
