import type { Inline } from '../../src/contract/blocks.js';
import type { ConversationEvent } from '../../src/contract/events.js';
import { Blocks } from './blocks.js';
import { Choices, isNotMine } from './choices.js';
import { useWidget } from './context.js';
import { Feedback } from './feedback.js';
import { Icon } from './icon.js';
import { Sources } from './sources.js';
import { Urgent } from './urgent.js';
import { WhyThis } from './why-this.js';

export type AnswerEvent = Extract<ConversationEvent, { kind: 'answer' }>;
interface Props {
  id: string;
  event: AnswerEvent;
  /** The last thing said: its buttons can be pressed. */
  current: boolean;
}
export function Answer({ id, event, current }: Props) {
  const { texts } = useWidget();
  const answered = event.outcome === 'answered';
  return (
    <div class={`line theirs outcome-${event.outcome}`} data-key={id}>
      <p class="speaker" aria-hidden="true">
        <Icon name="robot" /> {texts.robot}
      </p>
      <div class={answered ? 'bubble card' : 'bubble'}>
        <span class="hidden">{texts.robotSays} </span>
        {answered && event.article && (
          <h3 class="card-title" lang="fr">
            {event.article.title}
          </h3>
        )}
        <Urgent.Provider value={event.outcome === 'emergency'}>
          <Blocks blocks={event.blocks} />
        </Urgent.Provider>
        <Sources sources={event.sources} />
        {event.why && <WhyThis why={event.why} />}
        {answered && <Feedback seq={event.seq} offersWrong={current && !event.choices?.some(isNotMine)} />}
      </div>
      {current && event.choices && event.choices.length > 0 && (
        <Choices seq={event.seq} choices={event.choices} question={questionOf(event)} />
      )}
    </div>
  );
}

/** What the buttons answer, when other things stand between the question and them. */
function questionOf({ blocks, choices }: AnswerEvent): string | undefined {
  if (!choices?.some(({ id }) => id.startsWith('case:'))) return undefined;
  const asked = blocks.findLast((block) => block.type === 'paragraph' && textOf(block.inlines).trimEnd().endsWith('?'));
  return asked?.type === 'paragraph' && asked !== blocks.at(-1) ? textOf(asked.inlines) : undefined;
}
const textOf = (inlines: Inline[]): string => inlines.map(({ text }) => text).join('');
