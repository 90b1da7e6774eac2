import type { Source } from '../../src/contract/blocks.js';
import { useWidget } from './context.js';
import { longDate } from './dates.js';
import { OutLink } from './out-link.js';

/** Where it comes from and when somebody last checked it. An answer without this line is only an opinion. */
export function Sources({ sources }: { sources?: Source[] }) {
  const { state, texts } = useWidget();
  if (!sources || sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.url}>
          {texts.source} <OutLink url={source.url}>{source.name}</OutLink>
          <span class="checked"> {texts.checkedOn(longDate(source.checkedOn, state.lang))}</span>
        </li>
      ))}
    </ul>
  );
}
