import { useTranslation } from 'react-i18next';
import { Page } from '../frame/page.js';
import { TryPanel } from './try-panel.js';
import './editor.css';

export function Component() {
  const { t } = useTranslation();
  return (
    <Page title={t('editor.try.title')}>
      <section className="card">
        <TryPanel />
      </section>
    </Page>
  );
}
