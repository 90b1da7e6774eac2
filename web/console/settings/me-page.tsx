import { Button, Group, Stack, Switch, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DESK, holdsOne } from '../frame/access.js';
import { useMe, useServiceName } from '../frame/me.js';
import { Page } from '../frame/page.js';
import { trySound } from '../live/alerts.js';
import { ChangePassword } from '../sign-in/change-password.js';
import { SecondFactor } from './second-factor.js';
import { changeSettings, useSettings } from './settings.js';

export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const serviceName = useServiceName();
  return (
    <Page title={t('me.title')} lead={`${me.name} – ${me.email}`}>
      <section className="card">
        <dl className="facts">
          <dt>{t('me.roles')}</dt>
          <dd>{me.roles.map((role) => t(`frame.role.${role}`)).join(', ')}</dd>
          <dt>{t('me.services')}</dt>
          <dd>{me.services.map(serviceName).join(', ') || t('me.noService')}</dd>
        </dl>
      </section>
      <SecondFactor />
      {holdsOne(me.roles, DESK) && <Alerts />}
      <section className="card">
        <Title order={2} size="h5" mb="md">
          {t('signIn.change.title')}
        </Title>
        <ChangePassword />
      </section>
    </Page>
  );
}

function Alerts() {
  const { t } = useTranslation();
  const { sound, webNotifications, shortcuts } = useSettings();
  const [refused, setRefused] = useState(false);
  const notify = async (on: boolean): Promise<void> => {
    const allowed = on && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    setRefused(on && !allowed);
    changeSettings({ webNotifications: allowed });
  };
  return (
    <section className="card">
      <Title order={2} size="h5" mb="md">
        {t('me.alerts')}
      </Title>
      <Stack>
        <Group>
          <Switch label={t('me.sound')} checked={sound} onChange={(event) => changeSettings({ sound: event.currentTarget.checked })} />
          <Button size="compact-sm" variant="default" onClick={trySound}>
            {t('me.soundTry')}
          </Button>
        </Group>
        <Switch
          label={t('me.notify')}
          checked={webNotifications}
          error={refused ? t('me.notifyRefused') : undefined}
          onChange={(event) => void notify(event.currentTarget.checked)}
        />
        <Switch
          label={t('me.shortcuts')}
          checked={shortcuts}
          onChange={(event) => changeSettings({ shortcuts: event.currentTarget.checked })}
        />
      </Stack>
    </section>
  );
}
