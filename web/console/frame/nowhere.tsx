import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from './page.js';
import { EmptyState } from './empty-state.js';

export function Nowhere() {
  const { t } = useTranslation();
  return (
    <Page title={t('frame.nowhere')}>
      <EmptyState title={t('frame.nowhere')} icon={<IconMapOff aria-hidden />}>
        {t('frame.nowhereHint')}
      </EmptyState>
    </Page>
  );
}
