import { Button, Stack, Text } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endEnrolment, sessionQuery } from '../api/session.js';
import { useMe } from '../frame/me.js';
import { CodeField } from '../sign-in/code-field.js';
import { isCode, plainCode } from '../sign-in/codes.js';
import { PasswordField } from '../sign-in/password-field.js';
import { Refused } from './refused.js';

/** The password and a code: a screen that was left open is not enough. */
export function SecondFactorOff() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { recoveryCodesLeft } = useMe();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', otp: '' },
    validate: {
      password: isNotEmpty(t('signIn.needPassword')),
      otp: (otp) => (isCode(otp) ? null : t('secondFactor.needEither')),
    },
  });
  const end = useMutation({
    mutationFn: endEnrolment,
    onSuccess: () => {
      notifications.show({ message: t('secondFactor.isOff'), color: 'green' });
      return queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ password, otp }) => end.mutate({ password, otp: plainCode(otp) }))}>
      <Stack maw="26rem">
        <Text size="sm">
          {t('secondFactor.isOn', { count: recoveryCodesLeft })} {t('secondFactor.renew')}
        </Text>
        <Refused error={end.error} />
        <PasswordField
          label={t('signIn.change.current')}
          autoComplete="current-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <CodeField label={t('secondFactor.codeOrRecovery')} key={form.key('otp')} {...form.getInputProps('otp')} />
        <Button type="submit" variant="default" loading={end.isPending} w="fit-content">
          {t('secondFactor.off')}
        </Button>
      </Stack>
    </form>
  );
}
