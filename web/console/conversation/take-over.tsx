import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeOverConversation } from '../api/desk.js';
import { useLive } from '../live/use-live.js';
import { Dialog } from './dialog.js';

interface TakeOverProps {
  opened: boolean;
  close(): void;
  conversationId: string;
  holder: string;
}

/** A supervisor takes a conversation from the agent who holds it; the reason goes into the audit log. */
export function TakeOver({ opened, close, conversationId, holder }: TakeOverProps) {
  const { t } = useTranslation();
  const live = useLive();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 3;
  const take = useMutation({
    mutationFn: () => takeOverConversation(conversationId, reason.trim()),
    onSuccess: ({ epoch }) => {
      live.hold(conversationId, epoch);
      close();
      return queries.invalidateQueries({ queryKey: ['desk'] });
    },
  });
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t('conversation.takeOver.title')}
      text={t('conversation.takeOver.text', { name: holder })}
      submit={t('conversation.takeOver.submit')}
      pending={take.isPending}
      error={take.error}
      onSubmit={() => (short ? setTried(true) : take.mutate())}
    >
      <TextInput
        label={t('conversation.takeOver.reason')}
        data-autofocus
        maxLength={500}
        value={reason}
        error={tried && short ? t('conversation.takeOver.short') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
