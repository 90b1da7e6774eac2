import { Button, Text } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CodeField } from './code-field.js';

interface CodeStepProps {
  input: GetInputPropsReturnType;
  pending: boolean;
  back(): void;
}

/** The second step of signing in, once the password was right. */
export function CodeStep({ input, pending, back }: CodeStepProps) {
  const { t } = useTranslation();
  return (
    <>
      <CodeField focused label={t('secondFactor.codeOrRecovery')} {...input} />
      <Button type="submit" loading={pending}>
        {t('signIn.submit')}
      </Button>
      <Button variant="default" onClick={back}>
        {t('frame.back')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('secondFactor.lost')}
      </Text>
    </>
  );
}
