import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallbackItem } from '../../../src/contract/http.js';
import { Contact } from '../conversation/brief.js';
import { useServiceName } from '../frame/me.js';
import { useLive } from '../live/use-live.js';
import { useDates } from '../texts/dates.js';
import { useErrorText } from '../texts/use-error-text.js';
import { RowLink } from './row-link.js';

/** Somebody to call back: how, since when, and the two ways it can end. */
export function CallbackRow({ item, open }: { item: CallbackItem; open: boolean }) {
  const { t } = useTranslation();
  const dates = useDates();
  const errorText = useErrorText();
  const serviceName = useServiceName();
  const live = useLive();
  const finish = useMutation({
    mutationFn: async (resolution: 'reached' | 'not-reached') => {
      await live.claim(item.conversationId);
      await live.close(item.conversationId, resolution);
    },
    onSuccess: () => notifications.show({ message: t('desk.callback.done'), color: 'green' }),
    onError: (error) => notifications.show({ message: errorText(error), color: 'red' }),
  });
  return (
    <li className="row" data-open={open || undefined}>
      <RowLink item={item} tab="callbacks" open={open} />
      <Contact contact={item.contact} />
      <div className="row-foot">
        <span className="row-service">
          {serviceName(item.service)} · {t('desk.callback.left', { time: dates.short(item.leftAt) })}
        </span>
      </div>
      <div className="row-foot">
        <Button
          size="compact-sm"
          variant="light"
          color="green"
          aria-label={t('desk.callback.reachedOf', { summary: item.summary })}
          disabled={finish.isPending}
          onClick={() => finish.mutate('reached')}
        >
          {t('desk.callback.reached')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('desk.callback.notReachedOf', { summary: item.summary })}
          disabled={finish.isPending}
          onClick={() => finish.mutate('not-reached')}
        >
          {t('desk.callback.notReached')}
        </Button>
      </div>
    </li>
  );
}
