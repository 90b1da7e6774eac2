import { useWidget } from './context.js';
import { OutLink } from './out-link.js';

/** The service is away or was switched off: never a blank frame. */
export function Stopped({ site }: { site: string }) {
  const { state, texts, conversation } = useWidget();
  const off = state.siteState === 'off';
  return (
    <div class="body opening" id="log" tabIndex={-1}>
      <section class="welcome" role="alert">
        <h2>{off ? texts.siteOff : texts.siteFailed}</h2>
        {!off && (
          <button type="button" class="button" onClick={conversation.load}>
            {texts.retry}
          </button>
        )}
        <p>
          <OutLink url={`/c/${encodeURIComponent(site)}`}>{texts.plainPage}</OutLink>
        </p>
      </section>
    </div>
  );
}
