import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { EmptyState } from './empty-state.js';
import { useMe } from './me.js';
import { screensOf } from './screens.js';

/** The first screen that the roles give. */
export function Home() {
  const { t } = useTranslation();
  const [first] = screensOf(useMe().roles).flatMap((group) => group.screens);
  if (first) return <Navigate to={first.to} replace />;
  return <EmptyState title={t('frame.nothingToDo')}>{t('frame.nothingToDoHint')}</EmptyState>;
}
