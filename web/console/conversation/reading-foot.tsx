import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../src/contract/http.js';
import type { Status } from '../../../src/contract/vocabulary.js';
import { useClaim } from '../desk/use-claim.js';
import { useMe } from '../frame/me.js';
import { TakeOver } from './take-over.js';

interface ReadingFootProps {
  view: ConversationView;
  status: Status;
  /** It was ours a moment ago: a banner says what can be done. */
  lost: boolean;
  draft: string;
}

/** Under a conversation that one only reads: why, and the one thing that can be done. */
export function ReadingFoot({ view, status, lost, draft }: ReadingFootProps) {
  const { t } = useTranslation();
  const me = useMe();
  const claim = useClaim();
  const [asking, { open, close }] = useDisclosure();
  const claimable = !lost && (status === 'queued' || status === 'callback');
  const holder = view.assignee?.name ?? '';
  const supervises = !lost && status === 'assigned' && me.roles.includes('supervisor') && view.assignee?.id !== me.id;
  return (
    <div className="reading-foot">
      <p>
        {status === 'closed' &&
          (view.resolution === undefined
            ? t('conversation.isClosedPlain')
            : t('conversation.isClosed', { resolution: t(`desk.resolution.${view.resolution}`).toLowerCase() }))}
        {status === 'assigned' && !lost && t('conversation.lastRead', { name: holder })}
        {claimable && t('conversation.lastReadQueue')}
        {status === 'bot' && t('conversation.lastReadBot')}
      </p>
      {claimable && (
        <Button
          loading={claim.isPending}
          rightSection={<kbd aria-hidden>Alt C</kbd>}
          aria-keyshortcuts="Alt+C"
          onClick={() => claim.mutate(view.conversationId)}
        >
          {t('conversation.action.claim')}
        </Button>
      )}
      {supervises && (
        <>
          <Button variant="default" onClick={open}>
            {t('conversation.action.takeOver')}
          </Button>
          <TakeOver opened={asking} close={close} conversationId={view.conversationId} holder={holder} />
        </>
      )}
      {draft !== '' && <p className="reading-draft">{t('conversation.reply.kept', { text: draft })}</p>}
    </div>
  );
}
