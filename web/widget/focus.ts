const field = (): HTMLElement | null => document.getElementById('field');
const log = (): HTMLElement | null => document.getElementById('log');
/** On touch the field would raise the keyboard over what there is to read. */
const touch = (): boolean => matchMedia('(pointer: coarse)').matches;

/** To the field, except where that would hide or scroll away the notice that this is a machine. */
export function focusOnOpening(): void {
  const cramped = window.innerHeight < 400;
  (touch() || cramped ? log() : (field() ?? log()))?.focus();
}

/** A button that was pressed goes away with its answer: the focus goes where one goes on. */
export function focusAfterOrder(): void {
  (touch() ? log() : (field() ?? log()))?.focus();
}
