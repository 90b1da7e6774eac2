import { useWidget } from './context.js';
import { Icon } from './icon.js';

/** Flood, strike, closing: what everybody must know first. */
export function Banner() {
  const { state, texts } = useWidget();
  const banner = state.site?.banner;
  if (!banner) return null;
  return (
    <section class="callout warning" aria-label={texts.emergency}>
      <Icon name="warning" />
      <p lang={state.site?.lang}>{banner.text}</p>
    </section>
  );
}
