import { render } from 'preact';
import type { Lang } from '../../src/contract/vocabulary.js';
import '../theme/tokens.css';
import './style/index.css';
import { App } from './app.js';
import { createConversation } from './conversation.js';
import { focusOnOpening } from './focus.js';
import { listenToHost, type Host } from './host.js';
import { createUnread } from './news.js';
import { createStore } from './store.js';

const root = document.getElementById('guichet')!;
const langOf = (value: string | undefined): Lang => (value?.toLowerCase().startsWith('en') ? 'en' : 'fr');

const store = createStore(langOf(root.dataset.lang));
const unread = createUnread();
/** The page's language as last told: the citizen's own switch wins until the page changes it. */
let given = root.dataset.lang;

const conversation = createConversation({
  site: root.dataset.site ?? '',
  idleMinutes: Number(root.dataset.idleMinutes) || 20,
  host: () => host,
  unread,
  state: store.state,
  dispatch: store.dispatch,
});
const host: Host = listenToHost({
  opened({ focus, lang, page, ask }) {
    if (lang && lang !== given) {
      given = lang;
      store.dispatch({ type: 'lang', lang: langOf(lang) });
    }
    if (page) conversation.from(page);
    unread.shown(focus || unread.seen);
    if (ask) conversation.say(ask);
    if (focus) focusOnOpening();
  },
  closed: () => unread.shown(false),
});

render(<App store={store} conversation={conversation} host={host} site={root.dataset.site ?? ''} />, root);
conversation.load();
