import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createFirstAccount } from '../api/session.js';
import { codeOf } from '../api/call.js';
import { useErrorText } from '../texts/use-error-text.js';
import { Done } from './done.js';
import { Door } from './door.js';
import { NewPasswordFields, usePasswordRules } from './new-password.js';
import { tokenOfLink } from './one-time-link.js';

/** /console/setup#token: the first account of an empty installation. */
export function SetupPage() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [token] = useState(tokenOfLink);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '', again: '' },
    validate: { name: isNotEmpty(t('frame.required')), email: isEmail(t('signIn.needEmail')), ...usePasswordRules() },
  });
  const create = useMutation({ mutationFn: createFirstAccount });
  if (create.isSuccess)
    return (
      <Door title={t('signIn.setup.title')} lead={t('signIn.setup.done')}>
        <Done />
      </Door>
    );
  const refused = (error: unknown): string => {
    const code = codeOf(error);
    if (code === 'auth' || code === 'not-found' || code === 'not-owner') return t('signIn.setup.badLink');
    return code === 'bad' ? t('signIn.refused') : errorText(error);
  };
  return (
    <Door title={t('signIn.setup.title')} lead={t('signIn.setup.lead')}>
      {token === null ? (
        <Alert color="red" role="alert">
          {t('signIn.setup.noToken')}
        </Alert>
      ) : (
        <form
          noValidate
          onSubmit={form.onSubmit(({ name, email, password }) => create.mutate({ token, name, email: email.trim(), password }))}
        >
          <Stack>
            {create.isError && (
              <Alert color="red" role="alert">
                {refused(create.error)}
              </Alert>
            )}
            <TextInput label={t('signIn.setup.name')} autoComplete="name" key={form.key('name')} {...form.getInputProps('name')} />
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            <NewPasswordFields form={form} label={t('signIn.password')} />
            <Button type="submit" loading={create.isPending}>
              {t('signIn.setup.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
