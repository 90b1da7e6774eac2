import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWidget } from './context.js';
import { Icon } from './icon.js';

interface Props {
  title: string;
  children: (close: () => void) => ComponentChildren;
}
/** The browser's own dialog: it keeps the focus inside, closes on Esc and gives the focus back. */
export function Modal({ title, children }: Props) {
  const { texts, dispatch } = useWidget();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    heading.current?.focus();
    return () => before?.isConnected && before.focus();
  }, []);
  const close = (): void => dispatch({ type: 'dialog' });
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={close} onCancel={close}>
      <div class="dialog-head">
        <h2 id="dialog-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" class="tool" onClick={close} aria-label={texts.back}>
          <Icon name="close" />
        </button>
      </div>
      {children(close)}
    </dialog>
  );
}
