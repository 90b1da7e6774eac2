import { useWidget } from './context.js';
import { OutLink } from './out-link.js';

/** What the law wants within reach of every page that collects words from people. */
export function LegalLinks() {
  const { state, texts } = useWidget();
  if (!state.site) return null;
  return (
    <ul class="legal">
      <li>
        <OutLink url={state.site.legalUrl}>{texts.legal}</OutLink>
      </li>
      <li>
        <OutLink url={state.site.privacyUrl}>{texts.privacy}</OutLink>
      </li>
      <li>
        <OutLink url={state.site.accessibilityUrl}>{texts.accessibility}</OutLink>
      </li>
    </ul>
  );
}
