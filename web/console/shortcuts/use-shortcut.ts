import { useEffect, useEffectEvent } from 'react';
import { getSettings } from '../settings/settings.js';

type Handler = () => void;
const handlers = new Map<string, Handler[]>();

/**
 * Alt and a key, by its place on the keyboard (`code`): the letters used stand at the same place on AZERTY and QWERTY, and
 * digits need no Shift. No single-key shortcut (RGAA 12.10), and all of them can be switched off.
 */
function pressed(event: KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.getModifierState('AltGraph')) return;
  const handler = handlers.get(event.code)?.at(-1);
  if (!handler || !getSettings().shortcuts || document.querySelector('[aria-modal="true"]')) return;
  event.preventDefault();
  handler();
}
window.addEventListener('keydown', pressed);

/** The screen mounted last answers a key that two of them want. */
export function useShortcut(code: string, handler: Handler, on = true): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    if (!on) return;
    const run = (): void => latest();
    handlers.set(code, [...(handlers.get(code) ?? []), run]);
    return () => void handlers.set(code, handlers.get(code)?.filter((one) => one !== run) ?? []);
  }, [code, on]);
}
