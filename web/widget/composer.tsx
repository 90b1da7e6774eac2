import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWidget } from './context.js';
import { Icon } from './icon.js';

/** From this share of the limit on, what is left is shown. */
const COUNT_FROM = 0.8;

export function Composer() {
  const { state, texts, conversation, dispatch } = useWidget();
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const over = text.length - state.maxText;
  const counted = text.length >= state.maxText * COUNT_FROM;
  const error = over > 0 ? texts.over(over) : empty ? texts.empty : '';

  useEffect(() => {
    if (state.draft) setText(state.draft);
  }, [state.draft]);
  useLayoutEffect(() => grow(field.current), [text]);

  const write = (value: string): void => {
    setText(value);
    setEmpty(false);
    conversation.typing(true);
  };
  const send = (): void => {
    field.current?.focus();
    if (text.trim() === '') return setEmpty(true);
    if (over > 0 || !conversation.say(text.trim())) return;
    conversation.typing(false);
    setText('');
    if (state.draft) dispatch({ type: 'draft', text: '' });
  };
  const key = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="hidden" for="field">
        {state.status === 'bot' ? texts.field : texts.fieldToPerson}
      </label>
      <div class={error ? 'field-box invalid' : 'field-box'}>
        <textarea
          ref={field}
          id="field"
          rows={1}
          value={text}
          placeholder={texts.placeholder}
          aria-describedby="field-hint field-error"
          aria-invalid={error !== ''}
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={key}
        />
        <button type="submit" class="send" aria-disabled={text.trim() === '' || over > 0} aria-label={texts.send}>
          <Icon name="send" />
        </button>
      </div>
      <p id="field-error" class={error ? 'field-error' : 'hidden'} role="alert">
        {error}
      </p>
      <div class="composer-foot">
        {counted && over <= 0 ? (
          <p id="field-hint" class="soft" aria-live="polite">
            {texts.left(-over)}
          </p>
        ) : (
          <p id="field-hint" class="soft keys">
            {texts.hint}
          </p>
        )}
        {(state.status === 'bot' || state.status === 'callback') && (
          <button type="button" class="link human" onClick={() => dispatch({ type: 'dialog', dialog: 'human' })}>
            <Icon name="person" /> {texts.human}
          </button>
        )}
      </div>
    </form>
  );
}

/** As tall as its text, up to what the style allows. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
