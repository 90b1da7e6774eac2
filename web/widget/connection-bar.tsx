import { useEffect, useState } from 'preact/hooks';
import { useWidget } from './context.js';

/** Says that the link is down, and that it is back; silent as long as all is well. */
export function ConnectionBar() {
  const { state, texts, dispatch } = useWidget();
  const [wasLost, setWasLost] = useState(false);
  const lost = state.link === 'lost';
  useEffect(() => {
    if (lost) setWasLost(true);
    if (state.link !== 'connected' || !wasLost) return;
    setWasLost(false);
    dispatch({ type: 'say', text: texts.found });
  }, [lost, state.link, wasLost, texts, dispatch]);
  return <output class={lost ? 'bar' : 'hidden'}>{lost && texts.lost}</output>;
}
