import { Button, Stack } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { beginEnrolment } from '../api/session.js';
import { PasswordField } from '../sign-in/password-field.js';
import { ConfirmEnrolment } from './confirm-enrolment.js';
import { Refused } from './refused.js';

/** The password, then the key for the app. */
export function SecondFactorOn() {
  const { t } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: isNotEmpty(t('signIn.needPassword')) },
  });
  const begin = useMutation({ mutationFn: beginEnrolment, gcTime: 0 });
  if (begin.isSuccess) return <ConfirmEnrolment enrolment={begin.data} />;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => begin.mutate(values))}>
      <Stack maw="26rem">
        <Refused error={begin.error} />
        <PasswordField
          label={t('signIn.change.current')}
          autoComplete="current-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={begin.isPending} w="fit-content">
          {t('secondFactor.begin')}
        </Button>
      </Stack>
    </form>
  );
}
