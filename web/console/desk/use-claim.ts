import { notifications } from '@mantine/notifications';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Claimed } from '../../../src/contract/staff.js';
import { useLive } from '../live/use-live.js';
import { useErrorText } from '../texts/use-error-text.js';

/** Takes a conversation and opens it; somebody quicker is named. */
export function useClaim(): UseMutationResult<Claimed, unknown, string> {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const live = useLive();
  const go = useNavigate();
  return useMutation({
    mutationFn: (id: string) => live.claim(id),
    onSuccess: (_claimed, id) => go(`/desk/${id}?tab=mine`),
    onError: (error) => {
      const { by } = error as { by?: string };
      notifications.show({ message: by ? t('errors.already-taken-by', { name: by }) : errorText(error), color: 'red' });
    },
  });
}
