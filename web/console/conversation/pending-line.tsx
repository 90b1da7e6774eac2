import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Line } from '../../receiver/index.js';
import { useMe } from '../frame/me.js';
import { useLive } from '../live/use-live.js';
import { useErrorText } from '../texts/use-error-text.js';
import { Speaker } from './speaker.js';

/** A reply that the service has not acknowledged yet, or refused. */
export function PendingLine({ line, held }: { line: Line; held: boolean }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const live = useLive();
  const me = useMe();
  const unsent = line.state === 'unsent';
  return (
    <div className="line" data-from="agent" data-pending>
      <Speaker sender={{ type: 'agent', name: me.name }} time="" mine />
      <div className="bubble">
        <p className="line-text">{String(line.payload['text'] ?? '')}</p>
      </div>
      <div className="line-state" data-state={line.state}>
        {unsent ? `${t('conversation.unsent')} ${line.code ? errorText(line) : ''}` : t('conversation.sending')}
        {unsent && held && (
          <Button size="compact-xs" variant="default" onClick={() => live.retry(line)}>
            {t('conversation.retry')}
          </Button>
        )}
        {unsent && (
          <Button size="compact-xs" variant="subtle" color="red" onClick={() => live.discard(line.clientId)}>
            {t('conversation.discard')}
          </Button>
        )}
      </div>
    </div>
  );
}
