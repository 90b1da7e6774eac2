import { PasswordField } from './password-field.js';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

export interface NewPassword {
  password: string;
  again: string;
}

/** The rule said before, and each fault said once the form is sent. */
export function usePasswordRules(): {
  password: (value: string) => string | null;
  again: (value: string, values: { password: string }) => string | null;
} {
  const { t } = useTranslation();
  return {
    password: (value) => (value.length < 12 ? t('signIn.passwordShort', { count: value.length }) : null),
    again: (value, values) => (value === values.password ? null : t('signIn.differs')),
  };
}

export function NewPasswordFields<V extends NewPassword>({ form, label }: { form: UseFormReturnType<V>; label: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PasswordField
        label={label}
        description={t('signIn.passwordHint')}
        autoComplete="new-password"
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <PasswordField label={t('signIn.again')} autoComplete="new-password" key={form.key('again')} {...form.getInputProps('again')} />
    </>
  );
}
