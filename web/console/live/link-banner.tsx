import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLiveState } from './use-live.js';
import './live.css';

const PATIENCE_MS = 1500;

/** Says that the link is down once it lasts, and that it is back. */
export function LinkBanner() {
  const { t } = useTranslation();
  const { link } = useLiveState();
  const { online } = useNetwork();
  const [down, setDown] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setDown(link !== 'connected'), link === 'connected' ? 0 : PATIENCE_MS);
    return () => clearTimeout(wait);
  }, [link]);
  return (
    <output className="link-status">
      {(down || !online) && (
        <span className="link-banner">
          <IconPlugConnectedX aria-hidden size={18} />
          {t('desk.link.lost')}
        </span>
      )}
    </output>
  );
}
