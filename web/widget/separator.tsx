import type { ConversationEvent } from '../../src/contract/events.js';
import { useWidget } from './context.js';
import { Icon } from './icon.js';
import type { Texts } from './texts.fr.js';

interface Props {
  id: string;
  event: ConversationEvent;
}
/** A change of hands: from the robot to a person, and back. Said in the log, so that nobody misses it. */
export function Separator({ id, event }: Props) {
  const { state, texts } = useWidget();
  const text = words(event, texts, (key) => state.site?.services.find((service) => service.id === key)?.name);
  if (!text) return null;
  return (
    <p class={event.kind === 'assigned' ? 'separator to-person' : 'separator'} data-key={id}>
      {event.kind === 'assigned' && <Icon name="person" />}
      <span>{text}</span>
    </p>
  );
}

function words(event: ConversationEvent, texts: Texts, nameOf: (service: string) => string | undefined): string | undefined {
  switch (event.kind) {
    case 'assigned':
      return texts.joined(event.name);
    case 'released':
      return event.to === 'bot' ? texts.backToRobot : texts.backToQueue;
    case 'callback':
      return event.state === 'left' ? texts.callbackLeft : texts.callbackDone;
    case 'status':
      if (event.status === 'queued') return texts.queued(event.service && nameOf(event.service));
      if (event.status === 'bot') return texts.backToRobot;
      return event.status === 'closed' ? texts.closed : undefined;
    default:
      return undefined;
  }
}
