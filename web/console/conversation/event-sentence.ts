import { useTranslation } from 'react-i18next';
import type { ConversationEvent } from '../../../src/contract/events.js';
import { useServiceName } from '../frame/me.js';

/** What happened to a conversation, in a sentence. */
export function useEventSentence(): (event: ConversationEvent) => string {
  const { t } = useTranslation();
  const serviceName = useServiceName();
  const beside = (service: string | undefined): string => (service === undefined ? '' : ` – ${serviceName(service)}`);
  return (event) => {
    switch (event.kind) {
      case 'status':
        return statusSentence(event.status);
      case 'assigned':
        return t('conversation.event.assigned', { name: event.name });
      case 'released':
        return event.to === 'bot' ? t('conversation.event.toBot') : t('conversation.event.toQueue', { service: beside(event.service) });
      case 'feedback': {
        if (event.useful) return t('conversation.event.useful');
        const reason = event.reason === undefined ? '' : ` (${t(`conversation.reason.${event.reason}`)})`;
        return t('conversation.event.useless', { reason });
      }
      case 'callback':
        return event.state === 'left' ? t('conversation.event.callbackLeft') : t('conversation.event.callbackDone');
      case 'erased':
        return t('conversation.event.erased');
      default:
        return '';
    }

    function statusSentence(status: Extract<ConversationEvent, { kind: 'status' }>['status']): string {
      const service = event.kind === 'status' ? beside(event.service) : '';
      if (status === 'queued') return t('conversation.event.queued', { service });
      if (status === 'assigned') return t('conversation.event.assignedStatus');
      if (status === 'callback') return t('conversation.event.callbackStatus');
      return t(`conversation.event.${status}`);
    }
  };
}
