import { useWidget } from './context.js';
import { Icon } from './icon.js';
import { Menu } from './menu.js';

/** On a narrower screen the panel fills it already. */
const WIDE = 640;

/** Whose words these are: always in sight, because a robot must never be taken for a person. */
function Who() {
  const { state, texts } = useWidget();
  if (state.status === 'assigned') {
    return (
      <p class="who person">
        <Icon name="person" /> {texts.person(state.agent ?? texts.anAgent)}
      </p>
    );
  }
  const text = { bot: texts.robot, queued: texts.waitingFor, callback: texts.callbackAsked, closed: texts.ended }[state.status];
  return (
    <p class="who">
      <Icon name={state.status === 'queued' ? 'clock' : 'robot'} /> {text}
    </p>
  );
}

export function Header({ talking }: { talking: boolean }) {
  const { state, texts, embedded, closePanel, resize } = useWidget();
  return (
    <header class="head">
      <div class="head-name">
        <h1>{state.site?.name ?? texts.title}</h1>
        <Who />
      </div>
      <Menu talking={talking} />
      {embedded && (
        <>
          {window.screen.width >= WIDE && (
            <button type="button" class="tool" onClick={() => resize(!state.large)} aria-label={state.large ? texts.reduce : texts.enlarge}>
              <Icon name={state.large ? 'reduce' : 'enlarge'} />
            </button>
          )}
          <button type="button" class="tool" onClick={closePanel} aria-label={texts.close}>
            <Icon name="close" />
          </button>
        </>
      )}
    </header>
  );
}
