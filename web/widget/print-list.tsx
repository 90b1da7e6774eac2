import { useRef } from 'preact/hooks';
import { useWidget } from './context.js';
import { Icon } from './icon.js';

/** Prints the answer that it stands in, and nothing else of the conversation: the sheet that one takes along. */
export function PrintList() {
  const { texts } = useWidget();
  const button = useRef<HTMLButtonElement>(null);
  const print = (): void => {
    const root = document.documentElement;
    const list = button.current?.closest('.bubble');
    const before = document.title;
    const title = list?.querySelector('.card-title')?.textContent;
    root.classList.add('one-list');
    list?.classList.add('printed');
    if (title) document.title = title;
    addEventListener(
      'afterprint',
      () => {
        root.classList.remove('one-list');
        list?.classList.remove('printed');
        document.title = before;
      },
      { once: true },
    );
    window.print();
  };
  return (
    <p class="print">
      <button ref={button} type="button" class="button quiet" onClick={print}>
        <Icon name="print" /> {texts.print}
      </button>
    </p>
  );
}
