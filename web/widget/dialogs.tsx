import { CallbackForm } from './callback-form.js';
import { ContactDialog } from './contact-dialog.js';
import { useWidget } from './context.js';
import { EndDialog } from './end-dialog.js';
import { HumanDialog } from './human-dialog.js';
import { Modal } from './modal.js';

/** At most one at a time; `state.dialog` says which. */
export function Dialogs() {
  const { state, texts, conversation, focusField } = useWidget();
  switch (state.dialog) {
    case 'human':
      return <HumanDialog />;
    case 'callback':
      return <CallbackForm />;
    case 'contact':
      return <ContactDialog />;
    case 'end':
      return <EndDialog />;
    case 'erase':
      return (
        <Confirm
          title={texts.eraseTitle}
          text={texts.eraseText}
          go={texts.eraseGo}
          then={() => void conversation.erase().then(focusField)}
        />
      );
    case 'new':
      return (
        <Confirm
          title={texts.newTitle}
          text={texts.newText}
          go={texts.newGo}
          then={() => {
            conversation.startOver();
            focusField();
          }}
        />
      );
    default:
      return null;
  }
}

interface ConfirmProps {
  title: string;
  text: string;
  go: string;
  then(): void;
}
function Confirm({ title, text, go, then }: ConfirmProps) {
  const { texts } = useWidget();
  return (
    <Modal title={title}>
      {(close) => (
        <>
          <p>{text}</p>
          <p class="row">
            <button
              type="button"
              class="button"
              onClick={() => {
                close();
                then();
              }}
            >
              {go}
            </button>
            <button type="button" class="button quiet" onClick={close}>
              {texts.cancel}
            </button>
          </p>
        </>
      )}
    </Modal>
  );
}
