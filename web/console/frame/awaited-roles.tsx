import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from './me.js';

/** Roles that wait for the second factor, and the way to it. */
export function AwaitedRoles() {
  const { t } = useTranslation();
  const { awaitedRoles } = useMe();
  const { pathname } = useLocation();
  if (awaitedRoles.length === 0) return null;
  return (
    <Alert color="yellow" m="md">
      {t('secondFactor.awaited', { roles: awaitedRoles.map((role) => t(`frame.role.${role}`)).join(', ') })}{' '}
      {pathname !== '/me' && (
        <Anchor component={Link} to="/me" size="sm">
          {t('secondFactor.awaitedGo')}
        </Anchor>
      )}
    </Alert>
  );
}
