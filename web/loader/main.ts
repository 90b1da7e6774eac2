import { takeGlobal } from './api.js';
import { defineElement, type GuichetChat } from './element.js';

/*
 * The one script of the embedding page. Until somebody presses the button it stores nothing, opens nothing and requests
 * nothing; then the conversation lives in a frame on Guichet's own origin, and this page sees none of it.
 */
const script = document.currentScript as HTMLScriptElement | null;

if (script && !customElements.get('guichet-chat')) {
  const data = script.dataset;
  defineElement(new URL(script.src, location.href).origin);

  const start = (): void => {
    let chat = document.querySelector<GuichetChat>('guichet-chat');
    if (!chat && data.site) {
      chat = document.createElement('guichet-chat') as GuichetChat;
      for (const name of ['site', 'lang', 'locale', 'position', 'open']) {
        if (data[name]) chat.setAttribute(name === 'locale' ? 'lang' : name, data[name]);
      }
      document.body.append(chat);
    }
    if (chat?.chat) takeGlobal(chat.chat);
  };
  if (document.body) start();
  else addEventListener('DOMContentLoaded', start);
}
