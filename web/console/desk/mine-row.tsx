import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../src/contract/http.js';
import { useServiceName } from '../frame/me.js';
import { unreadOf } from '../live/held-log.js';
import { useHeld } from '../live/use-live.js';
import { RowLink } from './row-link.js';

export function MineRow({ item, open }: { item: QueueItem; open: boolean }) {
  const { t } = useTranslation();
  const serviceName = useServiceName();
  const held = useHeld(item.conversationId);
  const unread = held && !open ? unreadOf(held) : 0;
  return (
    <li className="row" data-open={open || undefined}>
      <RowLink item={item} tab="mine" open={open} />
      <div className="row-foot">
        <span className="row-service">{serviceName(item.service)}</span>
        {held?.typing && <span className="row-typing">{t('conversation.typing')}</span>}
        {unread > 0 ? (
          <Badge tt="none">{t('desk.unread', { count: unread })}</Badge>
        ) : (
          item.waitingReply && (
            <Badge variant="light" color="yellow" tt="none">
              {t('desk.toAnswer')}
            </Badge>
          )
        )}
      </div>
    </li>
  );
}
