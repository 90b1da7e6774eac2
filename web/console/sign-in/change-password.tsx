import { Alert, Button, Stack } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/call.js';
import { renewPassword } from '../api/session.js';
import { useErrorText } from '../texts/use-error-text.js';
import { PasswordField } from './password-field.js';
import { NewPasswordFields, usePasswordRules } from './new-password.js';

export function ChangePassword() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current: '', password: '', again: '' },
    validate: { current: isNotEmpty(t('signIn.needPassword')), ...usePasswordRules() },
  });
  const change = useMutation({
    mutationFn: renewPassword,
    onSuccess: () => {
      form.reset();
      notifications.show({ message: t('signIn.change.done'), color: 'green' });
    },
  });
  const refused = (error: unknown): string =>
    ['auth', 'bad', 'not-owner'].includes(codeOf(error)) ? t('signIn.change.wrong') : errorText(error);
  return (
    <form noValidate onSubmit={form.onSubmit(({ current, password }) => change.mutate({ current, password }))}>
      <Stack maw="26rem">
        {change.isError && (
          <Alert color="red" role="alert">
            {refused(change.error)}
          </Alert>
        )}
        <PasswordField
          label={t('signIn.change.current')}
          autoComplete="current-password"
          key={form.key('current')}
          {...form.getInputProps('current')}
        />
        <NewPasswordFields form={form} label={t('signIn.choose.password')} />
        <Button type="submit" loading={change.isPending} w="fit-content">
          {t('signIn.change.submit')}
        </Button>
      </Stack>
    </form>
  );
}
