import { useEffect, useRef, useState } from 'preact/hooks';
import { useWidget } from './context.js';
import { Icon } from './icon.js';
import { LegalLinks } from './legal-links.js';
import type { Dialog } from './state.js';

/** A disclosure with plain buttons, not an ARIA menu: Tab is all one needs to know. */
export function Menu({ talking }: { talking: boolean }) {
  const { state, texts, dispatch, conversation } = useWidget();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    // Before the frame's own Esc, which closes the whole panel.
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape, true);
    };
  }, [open]);

  const leave = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const then = (task: () => void) => (): void => {
    leave();
    task();
  };
  const ask = (dialog: Dialog) => then(() => dispatch({ type: 'dialog', dialog }));
  const language = (): void => conversation.speak(state.lang === 'fr' ? 'en' : 'fr');
  const otherLang = state.lang === 'fr' ? 'en' : 'fr';

  return (
    <div class="menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="tool"
        aria-label={texts.options}
        aria-expanded={open}
        aria-controls="options"
        onClick={() => setOpen(!open)}
      >
        <Icon name="options" />
      </button>
      <div id="options" class="menu-list" hidden={!open}>
        {talking && (
          <ul>
            <li>
              <button type="button" onClick={state.status === 'closed' ? then(conversation.startOver) : ask('new')}>
                {texts.newConversation}
              </button>
            </li>
            <li>
              <button type="button" onClick={then(() => void conversation.download(texts.downloadName))}>
                {texts.download}
              </button>
            </li>
            {state.status !== 'closed' && (
              <li>
                <button type="button" onClick={ask('end')}>
                  {texts.end}
                </button>
              </li>
            )}
            <li>
              <button type="button" onClick={ask('erase')}>
                {texts.erase}
              </button>
            </li>
          </ul>
        )}
        <ul>
          <li>
            <button type="button" lang={otherLang} onClick={then(language)}>
              {texts.otherLanguage}
            </button>
          </li>
          <li>
            <button type="button" onClick={ask('contact')}>
              {texts.otherMeans}
            </button>
          </li>
        </ul>
        <LegalLinks />
      </div>
    </div>
  );
}
