import { useTranslation } from 'react-i18next';
import type { ConversationEvent } from '../../../src/contract/events.js';
import { Answer, Sources } from '../blocks/answer.js';
import { Blocks } from '../blocks/blocks.js';
import { useMe } from '../frame/me.js';
import { useDates } from '../texts/dates.js';
import { Speaker } from './speaker.js';
import { useEventSentence } from './event-sentence.js';

interface EventLineProps {
  event: ConversationEvent;
  erased: boolean;
}

/** One line of the log: what somebody says, or what happened to the conversation. */
export function EventLine({ event, erased }: EventLineProps) {
  const { t } = useTranslation();
  const me = useMe();
  const dates = useDates();
  const sentence = useEventSentence();
  // « Marie a pris la conversation » says it already.
  if (event.kind === 'status' && event.status === 'assigned') return null;
  if (event.kind !== 'message' && event.kind !== 'answer') {
    const text = event.kind === 'notice' ? event.text : sentence(event);
    return (
      <div className="line line-system" data-kind={event.kind}>
        <p>
          {text} <time className="num">{dates.short(event.at)}</time>
        </p>
      </div>
    );
  }
  const mine = event.sender.type === 'agent' && event.sender.name === me.name;
  return (
    <div className="line" data-from={event.sender.type}>
      <Speaker sender={event.sender} time={dates.short(event.at)} mine={mine} />
      <div className="bubble">{erased ? <p className="line-erased">{t('conversation.erasedText')}</p> : <Said event={event} />}</div>
    </div>
  );
}

function Said({ event }: { event: Extract<ConversationEvent, { kind: 'message' | 'answer' }> }) {
  const { t } = useTranslation();
  if (event.kind === 'answer') return <Answer answer={event} />;
  return (
    <>
      {event.choice !== undefined && <span className="line-choice">{t('conversation.chose')}</span>}
      <p className="line-text">{event.text}</p>
      {event.blocks !== undefined && event.blocks.length > 0 && (
        <div className="line-article">
          {event.article !== undefined && <p className="line-article-title">{event.article.title}</p>}
          <Blocks blocks={event.blocks} />
          {event.sources !== undefined && <Sources sources={event.sources} />}
        </div>
      )}
    </>
  );
}
