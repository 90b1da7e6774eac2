import { Select, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../src/contract/http.js';
import { codeOf } from '../api/call.js';
import { cannedQuery, saveCanned } from '../api/desk.js';
import { Dialog } from '../conversation/dialog.js';
import { useMe } from '../frame/me.js';

export function CannedForm({ reply, close }: { reply: CannedReply | undefined; close(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { allServices } = useMe();
  const form = useForm({
    initialValues: {
      shortcut: reply?.shortcut ?? '',
      title: reply?.title ?? '',
      text: reply?.text ?? '',
      service: reply?.service ?? null,
    },
    validate: {
      shortcut: (value) => (/^[a-z0-9-]{2,40}$/.test(value) ? null : t('canned.shortcutBad')),
      title: isNotEmpty(t('frame.required')),
      text: isNotEmpty(t('frame.required')),
    },
  });
  const save = useMutation({
    mutationFn: () => saveCanned(reply?.id, form.getValues()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: cannedQuery.queryKey });
      notifications.show({ message: t('canned.saved'), color: 'green' });
      close();
    },
    onError: (error) => {
      if (taken(error)) form.setFieldError('shortcut', t('canned.shortcutTaken'));
    },
  });
  return (
    <Dialog
      opened
      close={close}
      title={t(reply ? 'canned.editTitle' : 'canned.add')}
      submit={t('frame.save')}
      pending={save.isPending}
      error={taken(save.error) ? null : save.error}
      onSubmit={() => !form.validate().hasErrors && save.mutate()}
    >
      <TextInput
        label={t('canned.shortcut')}
        description={t('canned.shortcutHint')}
        leftSection="/"
        maxLength={40}
        data-autofocus
        {...form.getInputProps('shortcut')}
      />
      <TextInput label={t('canned.name')} maxLength={100} {...form.getInputProps('title')} />
      <Textarea label={t('canned.text')} autosize minRows={4} maxRows={12} maxLength={4000} {...form.getInputProps('text')} />
      <Select
        label={t('canned.service')}
        placeholder={t('canned.everyService')}
        clearable
        data={allServices.map((service) => ({ value: service.id, label: service.name }))}
        {...form.getInputProps('service')}
      />
    </Dialog>
  );
}

const taken = (error: unknown): boolean => ['already-taken', 'id.reused'].includes(codeOf(error));
