import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../src/contract/http.js';
import { useServiceName } from '../frame/me.js';
import { RowLink } from './row-link.js';
import type { useClaim } from './use-claim.js';
import { Wait } from './wait.js';

interface QueueRowProps {
  item: QueueItem;
  open: boolean;
  claim: ReturnType<typeof useClaim>;
}

export function QueueRow({ item, open, claim }: QueueRowProps) {
  const { t } = useTranslation();
  const serviceName = useServiceName();
  return (
    <li className="row" data-open={open || undefined}>
      <RowLink item={item} tab="queue" open={open} />
      <div className="row-foot">
        {item.queuedAt !== undefined && (
          <span className="row-wait">
            <Wait since={item.queuedAt} />
          </span>
        )}
        <span className="row-service">{serviceName(item.service)}</span>
        {item.lang === 'en' && (
          <Badge size="sm" variant="outline" color="gray" tt="none" className="row-lang">
            {t('desk.english')}
          </Badge>
        )}
        <Button
          size="compact-sm"
          variant="light"
          aria-label={t('desk.claimOf', { summary: item.summary })}
          disabled={claim.isPending}
          onClick={() => claim.mutate(item.conversationId)}
        >
          {t('desk.claim')}
        </Button>
      </div>
    </li>
  );
}
