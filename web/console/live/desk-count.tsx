import { useTranslation } from 'react-i18next';
import { useBadge } from './use-badge.js';

/** How many citizens wait, beside « Bureau ». */
export function DeskCount() {
  const { t } = useTranslation();
  const count = useBadge();
  if (count === 0) return null;
  return (
    <span className="desk-count num">
      <span aria-hidden>{count}</span>
      <span className="hidden-text">{t('desk.waitingCount', { count })}</span>
    </span>
  );
}
