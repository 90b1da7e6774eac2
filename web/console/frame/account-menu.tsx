import { Avatar, Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconLogout, IconSelector, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signOut } from '../api/session.js';
import { changeSettings, useSettings, type Settings } from '../settings/settings.js';
import { useMe } from './me.js';

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const { lang } = useSettings();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    // A fresh page: nothing of what was read stays in memory, nothing of what was written in this tab.
    sessionStorage.clear();
    window.location.assign('/console/sign-in');
  };
  return (
    <Menu width={240} position="top-start" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className="account-button" aria-label={t('frame.account', { name: me.name })}>
          <Avatar size={28} color="blue" name={me.name} aria-hidden />
          <span className="account-name">{me.name}</span>
          <IconSelector aria-hidden size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/me" leftSection={<IconUserCircle aria-hidden size={16} />}>
          {t('frame.go.me')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('frame.language')}</Menu.Label>
        <Menu.RadioGroup value={lang} onChange={(value) => changeSettings({ lang: value as Settings['lang'] })}>
          <Menu.RadioItem value="fr" lang="fr">
            {t('frame.french')}
          </Menu.RadioItem>
          <Menu.RadioItem value="en" lang="en">
            {t('frame.english')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('frame.scheme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`frame.scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout aria-hidden size={16} />} onClick={() => void leave()}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
