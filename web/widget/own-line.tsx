import { useEffect } from 'preact/hooks';
import type { Line } from '../receiver/sender.js';
import { useWidget } from './context.js';
import { languageOf } from './language-of.js';
import { useSlow } from './log.js';

interface Props {
  id: string;
  text: string;
  /** Present until the server has acknowledged it. */
  line?: Line;
  last: boolean;
}
/** What the citizen wrote, as plain text, and whether it arrived. */
export function OwnLine({ id, text, line, last }: Props) {
  const { texts, dispatch } = useWidget();
  const slow = useSlow(line?.state === 'sending');
  const unsent = line?.state === 'unsent';
  useEffect(() => {
    if (unsent) dispatch({ type: 'say', text: texts.unsent });
  }, [unsent, texts, dispatch]);
  return (
    <div class="line mine" data-key={id}>
      <div class="bubble">
        <span class="hidden">{texts.youSay} </span>
        <p lang={languageOf(text)}>{text}</p>
      </div>
      {slow && <p class="state">{texts.sending}</p>}
      {!line && last && <p class="state">{texts.sent}</p>}
      {unsent && <Unsent line={line} />}
    </div>
  );
}

function Unsent({ line }: { line: Line }) {
  const { texts, conversation, focusField } = useWidget();
  const after = (task: (clientId: string) => void) => (): void => {
    task(line.clientId);
    focusField();
  };
  return (
    <div class="unsent">
      <p>
        <strong>{texts.unsent}</strong> {line.code && texts.refused[line.code]}
      </p>
      <p class="row">
        <button type="button" class="button quiet" onClick={after(conversation.retry)}>
          {texts.resend}
        </button>
        <button type="button" class="link" onClick={after(conversation.discard)}>
          {texts.discard}
        </button>
      </p>
    </div>
  );
}
