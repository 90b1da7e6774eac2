import { Alert, Button, Group } from '@mantine/core';
import { IconLockOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Status } from '../../../src/contract/vocabulary.js';
import { useClaim } from '../desk/use-claim.js';
import type { Held } from '../live/held-log.js';
import { useLive } from '../live/use-live.js';

/** Says at once that nothing typed here will reach the citizen any more, and what can be done about it. */
export function LostBanner({ held, status }: { held: Held; status: Status }) {
  const { t } = useTranslation();
  const live = useLive();
  const go = useNavigate();
  const claim = useClaim();
  return (
    <Alert color="red" role="alert" radius={0} icon={<IconLockOff aria-hidden />} title={t('conversation.lost.title')}>
      {t('conversation.lost.text')}
      <Group gap="xs" mt="xs">
        {(status === 'queued' || status === 'callback') && (
          <Button size="compact-sm" loading={claim.isPending} onClick={() => claim.mutate(held.conversationId)}>
            {t('conversation.lost.again')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            live.forget(held.conversationId);
            void go('/desk');
          }}
        >
          {t('conversation.lost.leave')}
        </Button>
      </Group>
    </Alert>
  );
}
