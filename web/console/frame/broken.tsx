import { Alert, Button, Container } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** The last net: says that a screen stopped, keeps the cause in the browser's log. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <Container size="sm" py="xl" component="main">
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('frame.broken')}>
        <p>{t('frame.brokenHint')}</p>
        <Button onClick={() => window.location.reload()}>{t('frame.reload')}</Button>
      </Alert>
    </Container>
  );
}
