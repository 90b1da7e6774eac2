import { useState } from 'preact/hooks';
import { useWidget } from './context.js';
import { momentOf } from './dates.js';
import { Modal } from './modal.js';

/** Consent before the transfer: who will read this, which service, and what to do when it is closed. */
export function HumanDialog() {
  const { state, texts, conversation, dispatch, focusField } = useWidget();
  const { site } = state;
  const [chosen, choose] = useState(state.service ?? '');
  const service = site?.services.find((one) => one.id === chosen);
  // Without a choice the service follows from the question; it is closed for certain only if all are.
  const open = service ? service.open : (site?.services.some((one) => one.open) ?? true);
  const nextOpening =
    service?.nextOpening ??
    site?.services
      .map((one) => one.nextOpening ?? '')
      .filter(Boolean)
      .sort()[0];
  return (
    <Modal title={texts.humanTitle}>
      {(close) => {
        const ask = (): void => {
          close();
          conversation.askHuman(chosen || undefined);
          focusField();
        };
        const later = (): void => dispatch({ type: 'dialog', dialog: 'callback' });
        return (
          <>
            <p>{texts.humanIntro}</p>
            {site && site.services.length > 1 && (
              <p class="column">
                <label for="service">{texts.service}</label>
                <select id="service" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
                  <option value="">{texts.anyService}</option>
                  {site.services.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name} ({one.open ? texts.openNow : texts.closedShort})
                    </option>
                  ))}
                </select>
              </p>
            )}
            {!open && <p class="callout note">{nextOpening ? texts.closedUntil(momentOf(nextOpening, state.lang)) : texts.closedNow}</p>}
            {open && site && !site.someoneThere && <p class="callout note">{texts.nobodyThere}</p>}
            <p class="row">
              {open ? (
                <button type="button" class="button" onClick={ask}>
                  {texts.humanGo}
                </button>
              ) : (
                <button type="button" class="button" onClick={later}>
                  {texts.callMeBack}
                </button>
              )}
              <button type="button" class="button quiet" onClick={open ? later : ask}>
                {open ? texts.callMeBack : texts.waitAnyway}
              </button>
            </p>
          </>
        );
      }}
    </Modal>
  );
}
