import { Radio, Select, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RESOLUTIONS, type Resolution } from '../../../src/contract/vocabulary.js';
import { useMe } from '../frame/me.js';
import { keepDraft } from '../live/drafts.js';
import { useLive } from '../live/use-live.js';
import { Dialog } from './dialog.js';

export type Parting = 'transfer' | 'release' | 'bot' | 'closing';
interface PartWithProps {
  parting: Parting | null;
  close(): void;
  conversationId: string;
  service: string | undefined;
  callback: boolean;
}

/** The four ways to part with a conversation; afterwards the desk shows its list again. */
export function PartWith({ parting, close, conversationId, service, callback }: PartWithProps) {
  const { t } = useTranslation();
  const live = useLive();
  const go = useNavigate();
  const { allServices } = useMe();
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [resolution, setResolution] = useState<Resolution>(callback ? 'reached' : 'answered');
  const [unpicked, setUnpicked] = useState(false);
  const others = allServices.filter((one) => one.id !== service).map((one) => ({ value: one.id, label: one.name }));
  const part = useMutation({
    mutationFn: async (way: Parting) => {
      if (way === 'closing') await live.close(conversationId, resolution);
      else if (way === 'bot') await live.release(conversationId, { bot: true });
      else await live.release(conversationId, { queue: way === 'transfer' ? to! : (service ?? allServices[0]!.id) }, note.trim());
      return way;
    },
    onSuccess: (way) => {
      if (way === 'closing') keepDraft(conversationId, { text: '' });
      notifications.show({ message: t(`conversation.${way}.done`), color: 'green' });
      close();
      void go('/desk');
    },
  });
  const common = { close, pending: part.isPending, error: part.error };
  return (
    <>
      <Dialog
        {...common}
        opened={parting === 'transfer'}
        title={t('conversation.transfer.title')}
        submit={t('conversation.transfer.submit')}
        onSubmit={() => (to === null ? setUnpicked(true) : part.mutate('transfer'))}
      >
        <Select
          label={t('conversation.transfer.service')}
          data={others}
          value={to}
          onChange={setTo}
          error={unpicked && to === null ? t('conversation.transfer.pick') : undefined}
          data-autofocus
        />
        <Textarea
          label={`${t('conversation.transfer.note')} (${t('frame.optional')})`}
          autosize
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      <Dialog
        {...common}
        opened={parting === 'release'}
        title={t('conversation.release.title')}
        text={t('conversation.release.text')}
        submit={t('conversation.release.submit')}
        onSubmit={() => part.mutate('release')}
      >
        <Textarea
          label={`${t('conversation.release.note')} (${t('frame.optional')})`}
          autosize
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      <Dialog
        {...common}
        opened={parting === 'bot'}
        title={t('conversation.bot.title')}
        text={t('conversation.bot.text')}
        submit={t('conversation.bot.submit')}
        onSubmit={() => part.mutate('bot')}
      />
      <Dialog
        {...common}
        opened={parting === 'closing'}
        title={t('conversation.closing.title')}
        submit={t('conversation.closing.submit')}
        onSubmit={() => part.mutate('closing')}
      >
        <Radio.Group label={t('conversation.closing.question')} value={resolution} onChange={(value) => setResolution(value as Resolution)}>
          <Stack gap="xs" mt="xs">
            {RESOLUTIONS.map((one) => (
              <Radio key={one} value={one} label={t(`desk.resolution.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Dialog>
    </>
  );
}
