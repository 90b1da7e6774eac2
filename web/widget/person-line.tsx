import type { ConversationEvent } from '../../src/contract/events.js';
import { Blocks } from './blocks.js';
import { useWidget } from './context.js';
import { Icon } from './icon.js';
import { languageOf } from './language-of.js';
import { OutLink } from './out-link.js';
import { Sources } from './sources.js';

type Message = Extract<ConversationEvent, { kind: 'message' }>;

/** What a person of the service wrote, with the article they may have joined to it. */
export function PersonLine({ id, event }: { id: string; event: Message }) {
  const { texts } = useWidget();
  const name = event.sender.name ?? texts.anAgent;
  return (
    <div class="line theirs by-person" data-key={id}>
      <p class="speaker" aria-hidden="true">
        <Icon name="person" /> {texts.person(name)}
      </p>
      <div class="bubble" lang={languageOf(event.text)}>
        <span class="hidden">{texts.personSays(name)} </span>
        <p class="plain">{linked(event.text)}</p>
        {event.blocks && event.blocks.length > 0 && (
          <div class="joined">
            {event.article && <h3 class="card-title">{event.article.title}</h3>}
            <Blocks blocks={event.blocks} />
            <Sources sources={event.sources} />
          </div>
        )}
      </div>
    </div>
  );
}

/** An agent's text is plain; the addresses in it can be followed. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/).map((part, i) =>
    i % 2 === 1 ? (
      <OutLink key={part} url={part}>
        {part}
      </OutLink>
    ) : (
      part
    ),
  );
}
