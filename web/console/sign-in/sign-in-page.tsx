import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { codeOf } from '../api/call.js';
import { sessionQuery, signIn } from '../api/session.js';
import { useErrorText } from '../texts/use-error-text.js';
import { CodeStep } from './code-step.js';
import { isCode, plainCode } from './codes.js';
import { PasswordField } from './password-field.js';
import { Door } from './door.js';

export function SignInPage() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const session = useQuery(sessionQuery);
  const [codeAsked, setCodeAsked] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '', otp: '' },
    validate: {
      email: isEmail(t('signIn.needEmail')),
      password: isNotEmpty(t('signIn.needPassword')),
      otp: (otp) => (codeAsked && !isCode(otp) ? t('secondFactor.needEither') : null),
    },
  });
  const enter = useMutation({
    mutationFn: ({ email, password, otp }: typeof form.values) =>
      signIn({ email: email.trim(), password, ...(codeAsked ? { otp: plainCode(otp) } : {}) }),
    onSuccess: () => {
      // Whoever was here before may have been somebody else.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
      return queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
    onError: (error) => {
      if (codeOf(error) === 'otp-required') setCodeAsked(true);
    },
  });
  const back = () => {
    form.setFieldValue('otp', '');
    enter.reset();
    setCodeAsked(false);
  };
  const from = search.get('from');
  if (session.data) return <Navigate to={from?.startsWith('/') ? from : '/'} replace />;
  const refused = enter.isError && codeOf(enter.error) !== 'otp-required';
  return (
    <Door
      title={codeAsked ? t('secondFactor.signInTitle') : t('signIn.title')}
      lead={codeAsked ? t('secondFactor.signInLead') : t('signIn.lead')}
    >
      <form noValidate onSubmit={form.onSubmit((values) => enter.mutate(values))}>
        <Stack>
          {refused && (
            <Alert color="red" role="alert">
              {codeOf(enter.error) === 'auth' ? t('signIn.wrong') : errorText(enter.error)}
            </Alert>
          )}
          {from !== null && from !== '/' && !enter.isError && !codeAsked && <Alert color="blue">{t('signIn.ended')}</Alert>}
          {codeAsked ? (
            <CodeStep key={form.key('otp')} input={form.getInputProps('otp')} pending={enter.isPending} back={back} />
          ) : (
            <>
              <TextInput
                label={t('signIn.email')}
                type="email"
                autoComplete="username"
                key={form.key('email')}
                {...form.getInputProps('email')}
              />
              <PasswordField
                label={t('signIn.password')}
                autoComplete="current-password"
                key={form.key('password')}
                {...form.getInputProps('password')}
              />
              <Button type="submit" loading={enter.isPending}>
                {t('signIn.submit')}
              </Button>
              <Text size="sm" c="dimmed">
                {t('signIn.forgotten')}
              </Text>
            </>
          )}
        </Stack>
      </form>
    </Door>
  );
}
