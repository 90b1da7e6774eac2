import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { conversationQuery } from '../api/desk.js';
import { codeOf } from '../api/call.js';
import { EmptyState } from '../frame/empty-state.js';
import { useMe } from '../frame/me.js';
import { QueryView } from '../frame/query-view.js';
import { useHeld } from '../live/use-live.js';
import { AccessForm } from './access-form.js';
import { ConversationDesk } from './conversation-desk.js';
import './conversation.css';

export function Component() {
  const { conversationId = '' } = useParams();
  return <OneConversation key={conversationId} conversationId={conversationId} />;
}

/** Finds the conversation, or asks for the reason that lets one read it. */
function OneConversation({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { roles } = useMe();
  const held = useHeld(conversationId);
  const [reason, setReason] = useState<string>();
  const view = useQuery(conversationQuery(conversationId, reason));
  // It could be read and cannot any more: somebody else took it while one looked.
  const gone = view.isError && held === undefined && ['not-owner', 'not-found'].includes(codeOf(view.error));
  if (gone && view.data !== undefined) return <EmptyState title={t('errors.already-taken')}>{t('conversation.pick')}</EmptyState>;
  if (gone && codeOf(view.error) === 'not-owner')
    return roles.includes('supervisor') ? <AccessForm read={setReason} /> : <EmptyState title={t('conversation.access.refused')} />;
  return <QueryView result={view}>{(data) => <ConversationDesk view={data} held={held} />}</QueryView>;
}
