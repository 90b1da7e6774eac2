import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useBadge } from '../live/use-badge.js';

/** « (3) Bureau – Guichet » */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const badge = useBadge();
  useDocumentTitle(`${badge > 0 ? `(${badge}) ` : ''}${title} – ${t('frame.product')}`);
}
