import { useWidget } from './context.js';
import { Modal } from './modal.js';

/** The last question of a conversation; not answering it is a choice too. */
export function EndDialog() {
  const { texts, conversation } = useWidget();
  return (
    <Modal title={texts.endTitle}>
      {(close) => {
        const end = (useful?: boolean) => (): void => {
          close();
          conversation.end(useful);
        };
        return (
          <>
            <p>{texts.endText}</p>
            <p class="column">
              <button type="button" class="button" onClick={end(true)}>
                {texts.endYes}
              </button>
              <button type="button" class="button quiet" onClick={end(false)}>
                {texts.endNo}
              </button>
              <button type="button" class="button quiet" onClick={end()}>
                {texts.endOnly}
              </button>
              <button type="button" class="link" onClick={close}>
                {texts.cancel}
              </button>
            </p>
          </>
        );
      }}
    </Modal>
  );
}
