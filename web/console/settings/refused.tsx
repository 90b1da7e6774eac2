import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/call.js';
import { useErrorText } from '../texts/use-error-text.js';

/** Why a change that takes the password was refused; nothing when it was not. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (error === null) return null;
  return (
    <Alert color="red" role="alert">
      {codeOf(error) === 'auth' ? t('secondFactor.wrongPassword') : errorText(error)}
    </Alert>
  );
}
