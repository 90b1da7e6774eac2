import { useWidget } from './context.js';
import { Banner } from './banner.js';
import { Icon } from './icon.js';
import { LegalLinks } from './legal-links.js';

/** Before the first word: what this is, what it can do, what not to write. Nothing is stored and no socket is open yet. */
export function Opening() {
  const { state, texts, conversation, dispatch, focusField } = useWidget();
  const { site } = state;
  const ask = (text: string): void => {
    conversation.say(text);
    focusField();
  };
  return (
    <div class="body opening" id="log" tabIndex={-1}>
      <Banner />
      <section class="welcome">
        <h2>
          {texts.hello} {texts.machine}
        </h2>
        {site && !site.botOn ? (
          <p>{texts.botOff}</p>
        ) : (
          <ul>
            {texts.abilities.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p class="callout note">
          <Icon name="note" />
          <span>
            {texts.noPersonalData} {texts.noAccount}
          </span>
        </p>
      </section>
      {site && site.suggestions.length > 0 && (
        <section>
          <h2 class="small-title">{texts.suggestions}</h2>
          <ul class="choices" lang={site.lang}>
            {site.suggestions.map((text) => (
              <li key={text}>
                <button type="button" class="choice" onClick={() => ask(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer class="opening-foot">
        <button type="button" class="link" onClick={() => dispatch({ type: 'dialog', dialog: 'contact' })}>
          {texts.otherMeans}
        </button>
        <LegalLinks />
      </footer>
    </div>
  );
}
