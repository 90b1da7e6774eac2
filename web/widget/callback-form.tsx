import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { checkContact, type ContactErrors, type ContactField } from './check-contact.js';
import { useWidget } from './context.js';
import { Modal } from './modal.js';

const FIRST: readonly ContactField[] = ['email', 'phone', 'consent'];

/** Contact details, with consent; errors stand beside their field and the first one gets the focus. */
export function CallbackForm() {
  const { texts, conversation, focusField, dispatch } = useWidget();
  const [values, setValues] = useState({ name: '', email: '', phone: '', consent: false });
  const [errors, setErrors] = useState<ContactErrors>({});
  const set = (change: Partial<typeof values>): void => setValues({ ...values, ...change });

  const submit = (event: Event): void => {
    event.preventDefault();
    const found = checkContact(values);
    setErrors(found);
    const wrong = FIRST.filter((field) => found[field]);
    if (wrong.length > 0) {
      dispatch({ type: 'say', text: texts.errorsFound(wrong.length) });
      return document.getElementById(`callback-${wrong[0]}`)?.focus();
    }
    const filled = Object.entries({ name: values.name.trim(), email: values.email.trim(), phone: values.phone.trim() }).filter(
      ([, value]) => value !== '',
    );
    conversation.leaveCallback(Object.fromEntries(filled));
    dispatch({ type: 'dialog' });
    focusField();
  };

  return (
    <Modal title={texts.callbackTitle}>
      {(close) => (
        <form noValidate onSubmit={submit}>
          <p>{texts.callbackIntro}</p>
          <Field id="name" label={texts.name}>
            <input
              id="callback-name"
              autocomplete="name"
              maxLength={100}
              value={values.name}
              onInput={(e) => set({ name: e.currentTarget.value })}
            />
          </Field>
          <Field id="email" label={texts.email} hint={texts.emailHint} error={errors.email && texts.errors[errors.email]}>
            <input
              id="callback-email"
              type="email"
              autocomplete="email"
              maxLength={254}
              value={values.email}
              aria-invalid={errors.email !== undefined}
              aria-describedby="callback-email-error callback-email-hint"
              onInput={(e) => set({ email: e.currentTarget.value })}
            />
          </Field>
          <Field id="phone" label={texts.phone} hint={texts.phoneHint} error={errors.phone && texts.errors[errors.phone]}>
            <input
              id="callback-phone"
              type="tel"
              autocomplete="tel"
              maxLength={26}
              value={values.phone}
              aria-invalid={errors.phone !== undefined}
              aria-describedby="callback-phone-error callback-phone-hint"
              onInput={(e) => set({ phone: e.currentTarget.value })}
            />
          </Field>
          <div class="field">
            <label class="check">
              <input
                id="callback-consent"
                type="checkbox"
                checked={values.consent}
                aria-invalid={errors.consent !== undefined}
                aria-describedby="callback-consent-error"
                onChange={(e) => set({ consent: e.currentTarget.checked })}
              />
              <span>{texts.consent}</span>
            </label>
            <p id="callback-consent-error" class="field-error">
              {errors.consent && texts.errors[errors.consent]}
            </p>
          </div>
          <p class="row">
            <button type="submit" class="button">
              {texts.callbackSend}
            </button>
            <button type="button" class="button quiet" onClick={close}>
              {texts.cancel}
            </button>
          </p>
        </form>
      )}
    </Modal>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  children: ComponentChildren;
}
const Field = ({ id, label, hint, error, children }: FieldProps) => (
  <div class="field">
    <label for={`callback-${id}`}>{label}</label>
    {hint && (
      <p id={`callback-${id}-hint`} class="soft">
        {hint}
      </p>
    )}
    {children}
    <p id={`callback-${id}-error`} class="field-error">
      {error}
    </p>
  </div>
);
