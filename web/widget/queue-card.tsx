import { useWidget } from './context.js';

/** Waiting for a person: where one stands, how long, and the way out. */
export function QueueCard() {
  const { state, texts, conversation, dispatch, focusField } = useWidget();
  if (state.status !== 'queued') return null;
  const { place, waitMinutes } = state.queue;
  const leave = (): void => {
    conversation.leaveQueue();
    focusField();
  };
  return (
    <section class="card-line" aria-label={texts.waitingFor}>
      <output>
        <strong>{place ? texts.place(place) : texts.inQueue}</strong> {waitMinutes && texts.wait(...waitMinutes)}
      </output>
      <p class="soft">{texts.keepWriting}</p>
      <p class="row">
        <button type="button" class="button quiet" onClick={leave}>
          {texts.leaveQueue}
        </button>
        <button type="button" class="button quiet" onClick={() => dispatch({ type: 'dialog', dialog: 'callback' })}>
          {texts.callMeBack}
        </button>
      </p>
    </section>
  );
}
