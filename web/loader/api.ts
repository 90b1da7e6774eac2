import type { Chat } from './element.js';

type Call = [name: string, ...args: unknown[]];
declare global {
  interface Window {
    guichet?: Call[] | GuichetApi;
  }
}
/** `window.guichet`: the calls, and `push` for pages that wrote `guichet = []; guichet.push(['open'])` before the loader came. */
export type GuichetApi = Chat & { push(call: Call): void };

/** The one global of this page; calls made before it came are carried out in order. */
export function takeGlobal(chat: Chat): void {
  const queued = window.guichet;
  const push = ([name, ...args]: Call): void => (chat as unknown as Record<string, (...args: unknown[]) => void>)[name]?.(...args);
  window.guichet = { ...chat, push };
  if (Array.isArray(queued)) queued.forEach(push);
}
