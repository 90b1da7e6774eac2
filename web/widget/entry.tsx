import { Answer } from './answer.js';
import { useWidget } from './context.js';
import type { Entry as EntryOf } from './entries.js';
import { languageOf } from './language-of.js';
import { OwnLine } from './own-line.js';
import { PersonLine } from './person-line.js';
import { Separator } from './separator.js';

export function Entry({ entry, last }: { entry: EntryOf; last: boolean }) {
  const { texts } = useWidget();
  if (entry.type === 'pending') {
    return <OwnLine id={entry.key} text={String(entry.line.payload.text)} line={entry.line} last={last} />;
  }
  const { event } = entry;
  if (entry.erased) return <p class="separator">{texts.erased}</p>;
  switch (event.kind) {
    case 'answer':
      return <Answer id={entry.key} event={event} current={entry.current} />;
    case 'message':
      if (event.sender.type === 'citizen') return <OwnLine id={entry.key} text={event.text} last={last} />;
      return <PersonLine id={entry.key} event={event} />;
    case 'notice':
      return (
        <p class="notice" data-key={entry.key} lang={languageOf(event.text)}>
          {event.text}
        </p>
      );
    default:
      return <Separator id={entry.key} event={event} />;
  }
}
