import { useWidget } from './context.js';
import { graceMinutes } from './idle.js';

export function IdleWarning() {
  const { state, texts, conversation, focusField } = useWidget();
  if (!state.idleWarning) return null;
  const stay = (): void => {
    conversation.stay();
    focusField();
  };
  return (
    <section class="card-line" role="alert">
      <p>
        <strong>{texts.idleTitle}</strong>{' '}
        {texts.idleText(graceMinutes(Number(document.getElementById('guichet')?.dataset.idleMinutes) || 20))}
      </p>
      <button type="button" class="button" onClick={stay}>
        {texts.continue}
      </button>
    </section>
  );
}
