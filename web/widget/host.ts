import type { News, ToFrame, ToPage } from '../loader/verbs.js';

export interface Host {
  /** True when there is a page around the frame that can close and resize it. */
  readonly embedded: boolean;
  close(): void;
  resize(large: boolean): void;
  unread(count: number, news?: News): void;
}
export interface HostListener {
  opened(message: { focus: boolean; lang?: string; page?: string; ask?: string }): void;
  closed(): void;
}

/**
 * The other end of the loader. Only the window around this frame is heard, and its origin is pinned at its first
 * `open`: who may be that window is decided by the server's `frame-ancestors`.
 */
export function listenToHost(listener: HostListener): Host {
  const embedded = window.parent !== window;
  let origin: string | undefined;
  const say = (message: ToPage): void => {
    if (embedded && origin) window.parent.postMessage(message, origin);
  };
  window.addEventListener('message', (event: MessageEvent) => {
    if (!embedded || event.source !== window.parent) return;
    const message = event.data as ToFrame | null;
    if (message?.guichet !== 1) return;
    if (message.verb === 'open' && origin === undefined && event.origin !== 'null') {
      origin = event.origin;
      say({ guichet: 1, verb: 'open' });
    }
    if (event.origin !== origin) return;
    if (message.verb === 'close') listener.closed();
    if (message.verb === 'open') {
      listener.opened({ focus: message.focus === true, lang: text(message.lang), page: text(message.page), ask: text(message.ask) });
    }
  });
  return {
    embedded,
    close: () => say({ guichet: 1, verb: 'close' }),
    resize: (large) => say({ guichet: 1, verb: 'resize', large }),
    unread: (count, news) => say({ guichet: 1, verb: 'unread', count, news }),
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 4000) : undefined);
