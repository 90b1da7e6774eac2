import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../texts/use-error-text.js';
import { Loading } from './loading.js';

/** What was asked for, or that it is on its way, or why it did not come and a way to ask again. */
export function QueryView<T>({ result, children }: { result: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (result.data !== undefined) return children(result.data);
  if (result.isError)
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={errorText(result.error)}>
        <Button size="xs" variant="default" onClick={() => void result.refetch()}>
          {t('frame.retry')}
        </Button>
      </Alert>
    );
  return <Loading />;
}
