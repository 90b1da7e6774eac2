import { useEffect, useMemo } from 'preact/hooks';
import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { WidgetContext, type Widget } from './context.js';
import type { Conversation } from './conversation.js';
import { focusAfterOrder } from './focus.js';
import { ConnectionBar } from './connection-bar.js';
import { Dialogs } from './dialogs.js';
import { Ending } from './ending.js';
import { Header } from './header.js';
import type { Host } from './host.js';
import { IdleWarning } from './idle-warning.js';
import { Log } from './log.js';
import { NoticeLine } from './notice-line.js';
import { Opening } from './opening.js';
import { QueueCard } from './queue-card.js';
import { Stopped } from './stopped.js';
import { useStore, type Store } from './store.js';
import { en } from './texts.en.js';
import { fr } from './texts.fr.js';

interface Props {
  store: Store;
  conversation: Conversation;
  host: Host;
  site: string;
}
export function App({ store, conversation, host, site }: Props) {
  const state = useStore(store);
  const texts = state.lang === 'en' ? en : fr;
  const widget = useMemo<Widget>(
    () => ({
      state,
      texts,
      conversation,
      dispatch: store.dispatch,
      embedded: host.embedded,
      focusField: focusAfterOrder,
      closePanel: host.close,
      resize(large) {
        store.dispatch({ type: 'large', large });
        host.resize(large);
      },
    }),
    [state, texts, conversation, store, host],
  );
  useEffect(() => {
    document.documentElement.lang = state.lang;
    document.title = texts.title;
    // The page around has a main part of its own: two need names.
    document.getElementById('guichet')?.setAttribute('aria-label', texts.title);
  }, [state.lang, texts]);
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) host.close();
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [host]);

  const talking = state.begun || state.resuming || state.lines.length > 0;
  return (
    <WidgetContext.Provider value={widget}>
      <Header talking={talking} />
      <ConnectionBar />
      {state.siteState === 'failed' || state.siteState === 'off' ? (
        <Stopped site={site} />
      ) : (
        <>
          {talking ? <Log /> : <Opening />}
          <div class="foot">
            <QueueCard />
            <IdleWarning />
            <NoticeLine />
            {state.status === 'closed' ? <Ending /> : <Composer />}
          </div>
        </>
      )}
      <Dialogs />
      <Announcer />
    </WidgetContext.Provider>
  );
}
