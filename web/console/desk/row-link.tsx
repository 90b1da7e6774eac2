import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QueueItem } from '../../../src/contract/http.js';
import type { DeskTab } from './desk-tab.js';

/** The citizen's question, as the link that opens the conversation. */
export function RowLink({ item, tab, open }: { item: QueueItem; tab: DeskTab; open: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to={`/desk/${item.conversationId}?tab=${tab}`}
      className="row-link"
      aria-label={t('desk.open', { summary: item.summary })}
      aria-current={open ? 'true' : undefined}
    >
      <span lang={item.lang}>{item.summary}</span>
    </Link>
  );
}
