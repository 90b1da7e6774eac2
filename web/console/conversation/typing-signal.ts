import { useEffect, useEffectEvent, useRef } from 'react';
import { useLive } from '../live/use-live.js';

const REPEAT_MS = 3000;
const REST_MS = 4000;

/** Lets the citizen see that an agent writes: told at most every 3 s, and taken back at rest. */
export function useTypingSignal(conversationId: string): { wrote(text: string): void; stop(): void } {
  const live = useLive();
  const told = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = (): void => {
    clearTimeout(rest.current);
    if (told.current !== 0) live.typing(conversationId, false);
    told.current = 0;
  };
  const stopLatest = useEffectEvent(stop);
  useEffect(() => () => stopLatest(), []);
  return {
    stop,
    wrote(text) {
      if (text === '' || text.startsWith('/')) return stop();
      if (Date.now() - told.current > REPEAT_MS) {
        live.typing(conversationId, true);
        told.current = Date.now();
      }
      clearTimeout(rest.current);
      rest.current = setTimeout(stop, REST_MS);
    },
  };
}
