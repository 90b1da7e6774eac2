import { hideBehind } from './behind.js';
import { make, icon } from './make.js';
import { SHEET, STYLE } from './style.js';
import { texts } from './texts.js';
import type { ToFrame, ToPage } from './verbs.js';

type Listener = (event: Event) => unknown;
/** Time for the frame to answer before the plain page is offered instead. */
const FRAME_PATIENCE_MS = 10_000;

export interface Chat {
  open(): void;
  close(): void;
  toggle(): void;
  ask(text: string): void;
  setLocale(lang: string): void;
  setContext(context: { page?: string }): void;
  destroy(): void;
  on(name: string, listener: Listener): void;
  off(name: string, listener: Listener): void;
}
/** `<guichet-chat site="…">`: the button, and behind it the frame, in an open shadow root. */
export type GuichetChat = HTMLElement & { chat?: Chat };

export function defineElement(origin: string): void {
  customElements.define(
    'guichet-chat',
    class extends HTMLElement {
      chat?: Chat;
      connectedCallback(): void {
        this.chat ??= mount(this, origin);
      }
    },
  );
}

function mount(host: HTMLElement, origin: string): Chat {
  const button = make('button', 'b');
  const label = make('span');
  const badge = make('span', 'n');
  const spoken = make('span', 'h');
  const panel = make('div', 'p');
  const heading = make('h2', 'h');
  const region = make('section');
  const sheet = matchMedia(SHEET);
  const view = window.visualViewport;
  const site = encodeURIComponent(host.getAttribute('site') ?? '');
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let shown = false;
  let words: string | undefined;
  let page: string | undefined;
  let ownTitle = '';
  let uncover: (() => void) | undefined;

  const ended = new AbortController();
  const listen = (target: EventTarget | null, name: string, heard: Listener): void =>
    target?.addEventListener(name, heard, { signal: ended.signal });
  const locale = (): string => host.getAttribute('lang') || document.documentElement.lang || 'fr';
  const emit = (name: string, detail: unknown = {}): void => {
    host.dispatchEvent(new CustomEvent(`guichet:${name}`, { detail, bubbles: true }));
  };
  const say = (message: ToFrame): void => frame?.contentWindow?.postMessage(message, origin);
  const tell = (focus: boolean): void =>
    // The path alone: an address may carry personal data behind its question mark.
    say({ guichet: 1, verb: 'open', focus, lang: locale(), page: (page ?? location.origin + location.pathname).slice(0, 500), ask: words });

  function load(): void {
    ready = false;
    frame = make('iframe');
    frame.title = texts(locale()).name;
    frame.src = `${origin}/w/frame?site=${site}&lang=${encodeURIComponent(locale())}`;
    listen(frame, 'load', () => tell(shown));
    panel.replaceChildren(frame);
    setTimeout(() => ready || giveUp(), FRAME_PATIENCE_MS);
  }
  /** The frame was refused or the server is away: the same conversation exists as a page of its own. */
  function giveUp(): void {
    const { failed, plain } = texts(locale());
    const box = make('p', 'f');
    const link = make('a');
    link.href = `${origin}/c/${site}`;
    link.textContent = plain;
    box.append(failed, ' ', link);
    panel.replaceChildren(box);
    frame = undefined;
    emit('error');
  }
  function heard(event: MessageEvent): void {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data as ToPage | null;
    if (message?.guichet !== 1) return;
    const { verb } = message;
    if (verb === 'open' && !ready) {
      ready = true;
      words = undefined;
      emit('ready');
    }
    if (verb === 'close') close();
    if (verb === 'resize') panel.classList.toggle('l', message.large);
    if (verb === 'unread') {
      const count = Number(message.count) | 0;
      draw(count);
      emit(verb, { count });
      if (message.news) emit(`${message.news}`);
    }
  }

  function drawWords(): void {
    const { name, label: visible } = texts(locale());
    heading.textContent = name;
    label.textContent = visible;
    if (frame) frame.title = name;
  }
  function draw(count = 0): void {
    if (shown) count = 0;
    button.ariaExpanded = `${shown}`;
    panel.hidden = !shown;
    badge.hidden = !count;
    badge.textContent = `${count}`;
    spoken.textContent = count ? ` ${texts(locale()).unread}` : '';
    const bare = document.title === ownTitle ? ownTitle.replace(/^\(\d+\) /, '') : document.title;
    ownTitle = count ? `(${count}) ${bare}` : bare;
    if (document.title !== ownTitle) document.title = ownTitle;
    cover();
  }
  function cover(): void {
    const modal = shown && sheet.matches;
    uncover?.();
    uncover = modal ? hideBehind(host) : undefined;
    button.hidden = modal;
    panel.role = modal ? 'dialog' : null;
    panel.ariaModal = modal ? 'true' : null;
    panel.ariaLabel = modal ? heading.textContent : null;
    fit();
  }
  /** A phone's keyboard shrinks what is seen, not the page: the sheet follows what is seen. */
  function fit(): void {
    const follow = shown && sheet.matches && view?.scale === 1;
    panel.style.height = follow ? `${view.height}px` : '';
    panel.style.top = follow ? `${view.offsetTop}px` : '';
  }

  function open(): void {
    if (shown) return;
    shown = true;
    draw();
    if (frame) tell(true);
    else load();
    emit('opened');
  }
  function close(): void {
    if (!shown) return;
    shown = false;
    say({ guichet: 1, verb: 'close' });
    draw();
    button.focus();
    emit('closed');
  }
  const toggle = (): void => (shown ? close() : open());

  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [style];
  heading.id = 't';
  panel.id = 'p';
  region.setAttribute('aria-labelledby', 't');
  button.type = 'button';
  button.setAttribute('aria-controls', 'p');
  button.append(icon(), label, spoken, badge);
  listen(button, 'click', toggle);
  listen(region, 'keydown', (event) => (event as KeyboardEvent).key === 'Escape' && close());
  region.append(heading, button, panel);
  root.append(region);
  drawWords();
  draw();
  listen(window, 'message', (event) => heard(event as MessageEvent));
  listen(sheet, 'change', cover);
  listen(view, 'resize', fit);
  // Only a link that somebody followed to `#guichet` opens by itself, and only where the page asked for it.
  if (host.getAttribute('open') === 'hash' && location.hash === '#guichet') open();

  return {
    open,
    close,
    toggle,
    ask(text) {
      words = `${text}`.slice(0, 4000);
      if (!shown) open();
      else tell(true);
      if (ready) words = undefined;
    },
    setLocale(lang) {
      host.setAttribute('lang', lang);
      drawWords();
      tell(false);
    },
    setContext(context) {
      page = context.page;
    },
    destroy() {
      close();
      ended.abort();
      host.remove();
    },
    on: (name, listener) => host.addEventListener(`guichet:${name}`, listener),
    off: (name, listener) => host.removeEventListener(`guichet:${name}`, listener),
  };
}
