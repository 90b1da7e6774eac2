import { useWidget } from './context.js';

/** Two polite slots in turn, so that the same sentence twice is announced twice. Messages have the log; this has the rest. */
export function Announcer() {
  const { n, text } = useWidget().state.said;
  return (
    <>
      <output class="hidden">{n % 2 === 0 ? text : ''}</output>
      <output class="hidden">{n % 2 === 1 ? text : ''}</output>
    </>
  );
}
