import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { EmptyState } from './empty-state.js';
import { useMe } from './me.js';
import { screensOf } from './screens.js';

/** The first screen that the roles give. */
export function Home() {
  const { t } = useTranslation();
  const { roles, awaitedRoles } = useMe();
  const [first] = screensOf(roles).flatMap((group) => group.screens);
  if (first) return <Navigate to={first.to} replace />;
  if (awaitedRoles.length > 0) return <Navigate to="/me" replace />;
  return <EmptyState title={t('frame.nothingToDo')}>{t('frame.nothingToDoHint')}</EmptyState>;
}
