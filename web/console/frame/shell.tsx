import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { sessionQuery } from '../api/session.js';
import { LiveDesk } from '../live/live-desk.js';
import { LinkBanner } from '../live/link-banner.js';
import { DESK, holdsOne } from './access.js';
import { AwaitedRoles } from './awaited-roles.js';
import { CommandBar } from './command-bar.js';
import { Loading } from './loading.js';
import { MeContext } from './me.js';
import { QueryView } from './query-view.js';
import { Sidebar } from './sidebar.js';
import { useFocusOnScreen } from './use-focus-on-screen.js';
import './shell.css';

/** The house around every signed-in screen: navigation, the live link, and the screen itself. */
export function Shell() {
  const { t } = useTranslation();
  const location = useLocation();
  const [menu, { open, close }] = useDisclosure();
  const session = useQuery(sessionQuery);
  useEffect(close, [location.pathname, close]);
  useFocusOnScreen(location.pathname);

  if (session.isPending) return <Loading />;
  return (
    <QueryView result={session}>
      {(me) => {
        if (me === null) return <Navigate to={`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`} replace />;
        const screen = (
          <div className="shell">
            <a className="shell-skip" href="#content">
              {t('frame.skip')}
            </a>
            <aside className="shell-side" aria-label={t('frame.menu')}>
              <Sidebar />
            </aside>
            <nav className="shell-bar" aria-label={t('frame.menu')}>
              <ActionIcon variant="subtle" size="lg" aria-label={t('frame.openNav')} onClick={open}>
                <IconMenu2 aria-hidden />
              </ActionIcon>
              <span className="shell-brand">{t('frame.product')}</span>
            </nav>
            <Drawer
              opened={menu}
              onClose={close}
              size="18rem"
              padding={0}
              withCloseButton
              closeButtonProps={{ 'aria-label': t('frame.closeNav') }}
              title={t('frame.product')}
              classNames={{ header: 'shell-drawer-head', body: 'shell-drawer-body' }}
            >
              <Sidebar />
            </Drawer>
            <main id="content" className="shell-main" tabIndex={-1}>
              <LinkBanner />
              <AwaitedRoles />
              <Outlet />
            </main>
            <CommandBar />
          </div>
        );
        return (
          <MeContext value={me}>
            {holdsOne(me.roles, DESK) ? (
              <LiveDesk key={me.id} myName={me.name}>
                {screen}
              </LiveDesk>
            ) : (
              screen
            )}
          </MeContext>
        );
      }}
    </QueryView>
  );
}
