import { useWidget } from './context.js';
import { useSlow } from './log.js';

/** Somebody is at it: the robot while a question is on its way, a person while they write. Text first, dots for the eye. */
export function Typing() {
  const { state, texts } = useWidget();
  const asked = state.status === 'bot' && state.lines.some((line) => line.call === 'message:send' && line.state === 'sending');
  const searching = useSlow(asked && state.link !== 'lost');
  const text = state.typing ? texts.personTypes(state.typing.name ?? state.agent ?? texts.anAgent) : searching ? texts.robotSearches : '';
  return (
    <output class={text ? 'typing' : 'hidden'}>
      {text && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {text}
        </>
      )}
    </output>
  );
}
