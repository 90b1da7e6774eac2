import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams } from 'react-router';
import { overviewQuery } from '../api/desk.js';
import { QueryView } from '../frame/query-view.js';
import { useShortcut } from '../shortcuts/use-shortcut.js';
import { ConversationList } from './conversation-list.js';
import { useDeskTab } from './desk-tab.js';
import { useClaim } from './use-claim.js';
import './desk.css';

/** The agents' desk: the lists at the left, the conversation or the overview beside them. */
export function Component() {
  const { conversationId } = useParams();
  const overview = useQuery(overviewQuery);
  const [tab, setTab] = useDeskTab();
  const claim = useClaim();
  const go = useNavigate();
  const queue = overview.data?.queue ?? [];
  const listed = overview.data?.[tab] ?? [];

  const step = (by: 1 | -1): void => {
    const at = listed.findIndex((item) => item.conversationId === conversationId);
    const next = at < 0 ? listed[by === 1 ? 0 : listed.length - 1] : listed[(at + by + listed.length) % listed.length];
    if (next) void go(`/desk/${next.conversationId}?tab=${tab}`);
  };
  const claimOne = (): void => {
    const open = [...queue, ...(overview.data?.callbacks ?? [])].find((item) => item.conversationId === conversationId);
    const wanted = open ?? queue[0];
    if (wanted) claim.mutate(wanted.conversationId);
  };
  useShortcut('KeyJ', () => step(1));
  useShortcut('KeyK', () => step(-1));
  useShortcut('KeyC', claimOne);
  useShortcut('KeyI', () => setTab('queue'));
  useShortcut('KeyO', () => setTab('mine'));
  useShortcut('KeyP', () => setTab('callbacks'));

  return (
    <div className="desk" data-open={conversationId !== undefined || undefined}>
      <div className="desk-list">
        <QueryView result={overview}>
          {(data) => <ConversationList overview={data} tab={tab} setTab={setTab} claim={claim} open={conversationId} />}
        </QueryView>
      </div>
      <div className="desk-pane">
        <Outlet />
      </div>
    </div>
  );
}
