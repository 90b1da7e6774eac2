import { Anchor, Button, Code, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '../../../src/contract/http.js';
import { confirmEnrolment, recoveryCodesQuery, sessionQuery } from '../api/session.js';
import { CodeField } from '../sign-in/code-field.js';
import { inGroups, isAppCode, plainCode } from '../sign-in/codes.js';
import { QrCode } from './qr-code.js';
import { Refused } from './refused.js';

/** The key in three ways, and the first code, which switches the second factor on. */
export function ConfirmEnrolment({ enrolment: { secret, uri } }: { enrolment: Enrolment }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { otp: '' },
    validate: { otp: (otp) => (isAppCode(otp) ? null : t('secondFactor.needCode')) },
  });
  const confirm = useMutation({
    mutationFn: confirmEnrolment,
    onSuccess: ({ recoveryCodes }) => {
      queries.setQueryData(recoveryCodesQuery.queryKey, recoveryCodes);
      return queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ otp }) => confirm.mutate({ otp: plainCode(otp) }))}>
      <Stack maw="26rem">
        <Text size="sm">{t('secondFactor.scan')}</Text>
        <QrCode text={uri} label={t('secondFactor.qr')} />
        <Text size="sm">
          {t('secondFactor.key')} <Code>{inGroups(secret)}</Code>
        </Text>
        <Anchor href={uri} size="sm">
          {t('secondFactor.open')}
        </Anchor>
        <Text size="sm">{t('secondFactor.confirmText')}</Text>
        <Refused error={confirm.error} />
        <CodeField focused label={t('secondFactor.code')} inputMode="numeric" key={form.key('otp')} {...form.getInputProps('otp')} />
        <Button type="submit" loading={confirm.isPending} w="fit-content">
          {t('secondFactor.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
