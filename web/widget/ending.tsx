import { useEffect, useRef, useState } from 'preact/hooks';
import { useWidget } from './context.js';
import { lastWord } from './last-word.js';

/** The conversation is over: thanks, and what one may want to do with it. */
export function Ending() {
  const { texts, conversation, dispatch } = useWidget();
  return (
    <section class="card-line" aria-label={texts.ended}>
      <p>
        <strong>{texts.closed}</strong> {texts.goodbye}
      </p>
      <Opinion />
      <p class="row">
        <button type="button" class="button" onClick={conversation.startOver}>
          {texts.newConversation}
        </button>
        <button type="button" class="button quiet" onClick={() => void conversation.download(texts.downloadName)}>
          {texts.download}
        </button>
        <button type="button" class="button quiet" onClick={() => dispatch({ type: 'dialog', dialog: 'erase' })}>
          {texts.erase}
        </button>
      </p>
    </section>
  );
}

/** Asked after a person closed the conversation; who ends it oneself was asked then. */
function Opinion() {
  const { state, texts, conversation } = useWidget();
  const [given, setGiven] = useState(false);
  const thanks = useRef<HTMLParagraphElement>(null);
  // The pressed button goes away: the focus goes to what took its place.
  useEffect(() => void (given && thanks.current?.focus()), [given]);
  const word = lastWord(state.events);
  if (given) {
    return (
      <p class="soft" tabIndex={-1} ref={thanks}>
        {texts.thanks}
      </p>
    );
  }
  if (!word || word.sender.type !== 'agent' || state.rated.has(word.seq)) return null;
  const give = (useful: boolean) => (): void => {
    conversation.rate(word.seq, useful);
    setGiven(true);
  };
  return (
    <fieldset class="feedback">
      <legend>{texts.endText}</legend>
      <button type="button" class="chip" onClick={give(true)}>
        {texts.yes}
      </button>
      <button type="button" class="chip" onClick={give(false)}>
        {texts.no}
      </button>
    </fieldset>
  );
}
