import { UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconMessageCircle2Filled, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { DeskCount } from '../live/desk-count.js';
import { PresenceSelect } from '../live/presence-select.js';
import { AccountMenu } from './account-menu.js';
import { DESK, holdsOne } from './access.js';
import { useMe } from './me.js';
import { screensOf } from './screens.js';
import './sidebar.css';

/** Where one may go, whether one is there for citizens, and one's account. */
export function Sidebar() {
  const { t } = useTranslation();
  const { roles } = useMe();
  return (
    <div className="sidebar">
      <p className="sidebar-brand">
        <IconMessageCircle2Filled aria-hidden size={22} />
        {t('frame.product')}
      </p>
      <UnstyledButton className="sidebar-command" onClick={() => spotlight.open()}>
        <IconSearch aria-hidden size={16} />
        <span>{t('frame.commandShort')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </UnstyledButton>
      <nav aria-label={t('frame.nav')} className="sidebar-nav">
        {screensOf(roles).map((group) => (
          <div key={group.name}>
            <p className="sidebar-group">{t(`frame.group.${group.name}`)}</p>
            <ul>
              {group.screens.map(({ name, to, icon: Icon }) => (
                <li key={name}>
                  <NavLink to={to} className="sidebar-link">
                    <Icon aria-hidden size={18} stroke={1.75} />
                    <span>{t(`frame.go.${name}`)}</span>
                    {name === 'desk' && <DeskCount />}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="sidebar-foot">
        {holdsOne(roles, DESK) && <PresenceSelect />}
        <AccountMenu />
      </div>
    </div>
  );
}
