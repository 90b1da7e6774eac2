import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Banner } from './banner.js';
import { useWidget } from './context.js';
import { linesOf } from './entries.js';
import { Entry } from './entry.js';
import { Typing } from './typing.js';

/**
 * `role=log`: a screen reader says each line that is added, once. So lines are only ever appended, keep their node when
 * the server's event replaces the local line, and nothing is live while a past conversation is being put back.
 */
export function Log() {
  const { state, texts } = useWidget();
  const box = useRef<HTMLElement>(null);
  const entries = linesOf(state);
  const last = entries.at(-1);
  useFollow(box, last?.key, state.live);
  const loading = useSlow(state.resuming && entries.length === 0);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section class="body" id="log" ref={box} tabIndex={0} aria-labelledby="log-title">
      <Banner />
      <h2 class="hidden" id="log-title">
        {texts.log}
      </h2>
      {loading && <p class="separator">{texts.resuming}</p>}
      <div role="log" aria-labelledby="log-title" aria-live={state.live ? 'polite' : 'off'} aria-relevant="additions">
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} last={entry === last} />
        ))}
      </div>
      <Typing />
    </section>
  );
}

/** Shows the beginning of what came, rather than its end: answers may be longer than the window. */
function useFollow(box: { current: HTMLElement | null }, key: string | undefined, live: boolean): void {
  useLayoutEffect(() => {
    const element = key && box.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!element) return;
    element.scrollIntoView({ block: live && element.clientHeight > (box.current?.clientHeight ?? 0) * 0.8 ? 'start' : 'nearest' });
  }, [box, key, live]);
}

/** True once a state has lasted half a second: no flashes of "please wait". */
export function useSlow(now: boolean, ms = 500): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!now) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), ms);
    return () => clearTimeout(timer);
  }, [now, ms]);
  return slow;
}
