import { Button, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../src/contract/http.js';
import type { Held } from '../live/held-log.js';
import { BriefPanel } from './brief.js';
import { ConversationHead } from './conversation-head.js';
import { LostBanner } from './lost-banner.js';
import { Notes } from './notes.js';
import { PartWith, type Parting } from './part-with.js';
import { ReadingFoot } from './reading-foot.js';
import { ReplyBox } from './reply-box.js';
import { useReplyDraft } from './reply-draft.js';
import { statusOf } from './status-of.js';
import { Suggestions } from './suggestions.js';
import { Thread } from './thread.js';
import { WatchedThread } from './watched-thread.js';

/** A conversation with everything that helps to answer it: thread and reply, and beside them brief, articles and notes. */
export function ConversationDesk({ view, held }: { view: ConversationView; held: Held | undefined }) {
  const { t } = useTranslation();
  const { conversationId, service } = view;
  const wide = useMediaQuery('(min-width: 80rem)', true, { getInitialValueInEffect: false });
  const [aside, { open, close }] = useDisclosure();
  const [parting, setParting] = useState<Parting | null>(null);
  const reply = useReplyDraft(conversationId, (title) => t('conversation.reply.withArticle', { title }));
  const status = statusOf(view, held);
  const mine = held !== undefined && !held.lost && status !== 'closed';
  const events = held !== undefined && held.events.length > 0 ? held.events : view.events;
  const details = (
    <>
      <BriefPanel brief={view.brief} contact={view.contact} />
      {mine && (
        <Suggestions
          conversationId={conversationId}
          events={events}
          attach={(article) => {
            close();
            reply.attach(article);
          }}
          focusReply={reply.focus}
        />
      )}
      <Notes conversationId={conversationId} notes={view.notes} writable={mine || status === 'queued' || status === 'callback'} />
    </>
  );
  return (
    <div className="conversation">
      <ConversationHead
        view={view}
        status={status}
        mine={mine}
        part={setParting}
        details={
          !wide && (
            <Button size="compact-sm" variant="default" leftSection={<IconListDetails aria-hidden size={16} />} onClick={open}>
              {t('conversation.action.details')}
            </Button>
          )
        }
      />
      <div className="conversation-body">
        <div className="conversation-main">
          {held?.lost && status !== 'closed' && <LostBanner held={held} status={status} />}
          {held !== undefined ? <Thread held={held} before={view.events} /> : <WatchedThread view={view} />}
          {mine ? (
            <ReplyBox conversationId={conversationId} service={service} reply={reply} />
          ) : (
            <ReadingFoot view={view} status={status} lost={held?.lost === true} draft={reply.draft.text} />
          )}
        </div>
        {wide && (
          <aside className="conversation-aside" aria-label={t('conversation.action.details')}>
            {details}
          </aside>
        )}
      </div>
      {!wide && (
        <Drawer
          opened={aside}
          onClose={close}
          position="right"
          title={t('conversation.action.details')}
          closeButtonProps={{ 'aria-label': t('frame.close') }}
        >
          {details}
        </Drawer>
      )}
      <PartWith
        parting={parting}
        close={() => setParting(null)}
        conversationId={conversationId}
        service={service}
        callback={view.contact !== undefined}
      />
    </div>
  );
}
