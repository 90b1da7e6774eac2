import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/call.js';
import { choosePassword } from '../api/session.js';
import { useErrorText } from '../texts/use-error-text.js';
import { Done } from './done.js';
import { Door } from './door.js';
import { NewPasswordFields, usePasswordRules } from './new-password.js';
import { tokenOfLink } from './one-time-link.js';

/** /console/password#token: an invitation or a reset. */
export function PasswordPage() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [token] = useState(tokenOfLink);
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '', again: '' }, validate: usePasswordRules() });
  const choose = useMutation({ mutationFn: choosePassword });
  if (choose.isSuccess)
    return (
      <Door title={t('signIn.choose.title')} lead={t('signIn.choose.done')}>
        <Done />
      </Door>
    );
  const refused = (error: unknown): string => {
    const code = codeOf(error);
    if (code === 'auth' || code === 'not-found' || code === 'not-owner') return t('signIn.badLink');
    return code === 'bad' ? t('signIn.refused') : errorText(error);
  };
  return (
    <Door title={t('signIn.choose.title')} lead={t('signIn.choose.lead')}>
      {token === null ? (
        <Alert color="red" role="alert">
          {t('signIn.noToken')}
        </Alert>
      ) : (
        <form noValidate onSubmit={form.onSubmit(({ password }) => choose.mutate({ token, password }))}>
          <Stack>
            {choose.isError && (
              <Alert color="red" role="alert">
                {refused(choose.error)}
              </Alert>
            )}
            <NewPasswordFields form={form} label={t('signIn.choose.password')} />
            <Button type="submit" loading={choose.isPending}>
              {t('signIn.choose.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
