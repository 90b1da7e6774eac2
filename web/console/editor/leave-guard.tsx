import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Dialog } from '../conversation/dialog.js';

/** Asks before changes are lost: by a link, or by closing the page. */
export function LeaveGuard({ on }: { on: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => on && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!on) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [on]);
  return (
    <Dialog
      opened={blocker.state === 'blocked'}
      close={() => blocker.reset?.()}
      title={t('editor.leave.title')}
      text={t('editor.leave.text')}
      submit={t('editor.leave.submit')}
      danger
      pending={false}
      error={null}
      onSubmit={() => blocker.proceed?.()}
    />
  );
}
