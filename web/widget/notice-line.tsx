import { useWidget } from './context.js';
import { Icon } from './icon.js';

/** Why something was refused, in a sentence. */
export function NoticeLine() {
  const { state, texts } = useWidget();
  const { notice } = state;
  if (!notice) return <div role="alert" />;
  const seconds = notice.retryInMs ? Math.ceil(notice.retryInMs / 1000) : 0;
  return (
    <div role="alert">
      <p class="callout note">
        <Icon name="note" />
        <span>
          {notice.code ? texts.refused[notice.code] : notice.text && texts[notice.text]}
          {seconds > 0 && ` ${texts.retryIn(seconds)}`}
        </span>
      </p>
    </div>
  );
}
