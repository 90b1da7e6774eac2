import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PRESENCES, type Presence } from '../../../src/contract/vocabulary.js';
import { overviewQuery } from '../api/desk.js';
import { useErrorText } from '../texts/use-error-text.js';
import { useLive } from './use-live.js';

/** Whether citizens may count on this agent now. */
export function PresenceSelect() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const live = useLive();
  const { data } = useQuery(overviewQuery);
  const change = useMutation({
    mutationFn: (next: Presence) => live.setPresence(next),
    onError: (error) => notifications.show({ message: errorText(error), color: 'red' }),
  });
  const presence = (change.isPending ? change.variables : undefined) ?? data?.presence ?? 'away';
  return (
    <Select
      aria-label={t('desk.presence.label')}
      data={PRESENCES.map((value) => ({ value, label: t(`desk.presence.${value}`) }))}
      value={presence}
      onChange={(value) => value && change.mutate(value as Presence)}
      allowDeselect={false}
      leftSection={<span className="presence-dot" data-presence={presence} aria-hidden />}
      size="sm"
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
