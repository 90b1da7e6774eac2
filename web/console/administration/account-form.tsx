import { Checkbox, Stack, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StaffAccount } from '../../../src/contract/http.js';
import { ROLES, type Role } from '../../../src/contract/vocabulary.js';
import { accountsQuery, addAccount, patchAccount } from '../api/administration.js';
import { codeOf } from '../api/call.js';
import { sessionQuery } from '../api/session.js';
import { Dialog } from '../conversation/dialog.js';
import { useMe } from '../frame/me.js';
import type { IssuedLink } from './one-time-link.js';

interface AccountFormProps {
  account: StaffAccount | undefined;
  close(): void;
  issued(link: IssuedLink): void;
}

/** Adds an account, whose link is then shown once, or changes one. */
export function AccountForm({ account, close, issued }: AccountFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { allServices } = useMe();
  const form = useForm({
    initialValues: {
      name: account?.name ?? '',
      email: account?.email ?? '',
      roles: account?.roles ?? (['agent'] as Role[]),
      services: account?.services ?? [],
    },
    validate: {
      name: isNotEmpty(t('frame.required')),
      email: account ? undefined : isEmail(t('signIn.needEmail')),
      roles: (roles) => (roles.length > 0 ? null : t('administration.accounts.needRole')),
    },
  });
  const save = useMutation({
    mutationFn: async () => {
      const { name, email, roles, services } = form.getValues();
      if (account) await patchAccount(account.id, { name, roles, services });
      else issued({ name, link: (await addAccount({ name, email: email.trim(), roles, services })).link });
    },
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: accountsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]);
      if (account) notifications.show({ message: t('administration.accounts.saved'), color: 'green' });
      close();
    },
    onError: (error) => {
      const code = codeOf(error);
      if (code === 'already-taken') form.setFieldError('email', t('administration.accounts.taken'));
      if (code === 'bad' && account) form.setFieldError('roles', t('administration.accounts.lastAdmin'));
    },
  });
  const said = save.isError && Object.keys(form.errors).length > 0;
  return (
    <Dialog
      opened
      close={close}
      title={account ? t('administration.accounts.editTitle', { name: account.name }) : t('administration.accounts.addTitle')}
      submit={account ? t('frame.save') : t('administration.accounts.addSubmit')}
      pending={save.isPending}
      error={said ? null : save.error}
      onSubmit={() => !form.validate().hasErrors && save.mutate()}
    >
      <TextInput
        label={t('administration.accounts.name')}
        description={t('administration.accounts.nameHint')}
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {!account && <TextInput label={t('administration.accounts.email')} type="email" {...form.getInputProps('email')} />}
      <Checkbox.Group label={t('administration.accounts.roles')} {...form.getInputProps('roles')}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={t(`frame.role.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group label={t('administration.accounts.services')} {...form.getInputProps('services')}>
        <Stack gap="xs" mt="xs">
          {allServices.map((service) => (
            <Checkbox key={service.id} value={service.id} label={service.name} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Dialog>
  );
}
