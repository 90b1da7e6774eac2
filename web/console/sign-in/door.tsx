import { Paper, Text, Title, UnstyledButton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconMessageCircle2Filled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSettings, useSettings } from '../settings/settings.js';
import './door.css';

/** The card that people meet before they are in. */
export function Door({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { lang } = useSettings();
  useDocumentTitle(`${title} – ${t('frame.product')}`);
  const other = lang === 'fr' ? 'en' : 'fr';
  return (
    <div className="door">
      <main className="door-card">
        <p className="door-brand">
          <IconMessageCircle2Filled aria-hidden size={26} />
          {t('frame.product')}
        </p>
        <Paper withBorder radius="lg" p="xl" shadow="sm">
          <Title order={1} size="h3">
            {title}
          </Title>
          <Text c="dimmed" size="sm" mt={4} mb="lg">
            {lead}
          </Text>
          {children}
        </Paper>
        <UnstyledButton className="door-language" lang={other} onClick={() => changeSettings({ lang: other })}>
          {t(other === 'en' ? 'frame.english' : 'frame.french')}
        </UnstyledButton>
      </main>
    </div>
  );
}
