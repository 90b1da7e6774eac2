import { Loader } from '@mantine/core';
import './page.css';
import { useTranslation } from 'react-i18next';

export function Loading() {
  const { t } = useTranslation();
  return (
    <output className="loading">
      <Loader type="dots" aria-hidden />
      <span className="hidden-text">{t('frame.loading')}</span>
    </output>
  );
}
