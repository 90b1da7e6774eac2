import { useEffect, useRef, useState } from 'preact/hooks';
import { FEEDBACK_REASONS, type FeedbackReason } from '../../src/contract/vocabulary.js';
import { useWidget } from './context.js';

interface Props {
  seq: number;
  /** The answer brings no button « Ce n'est pas ma question » of its own. */
  offersWrong: boolean;
}
export function Feedback({ seq, offersWrong }: Props) {
  const { state, texts, conversation, dispatch } = useWidget();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const given = useRef<HTMLParagraphElement>(null);
  const reasons = useRef<HTMLFieldSetElement>(null);
  // The pressed button goes away: the focus goes to what took its place.
  useEffect(() => void (done && given.current?.focus()), [done]);
  useEffect(() => void (asking && reasons.current?.focus()), [asking]);

  const give = (useful: boolean, reason?: FeedbackReason): void => {
    conversation.rate(seq, useful, reason);
    setAsking(false);
    setDone(true);
    if (reason === 'wrong-question') dispatch({ type: 'notice', notice: { text: 'notMineReply' } });
  };
  if (done || state.rated.has(seq)) {
    return (
      <p class="feedback soft" tabIndex={-1} ref={given}>
        {texts.thanks}
      </p>
    );
  }
  if (state.status === 'closed') return null;
  if (asking) {
    return (
      <fieldset class="feedback reasons" tabIndex={-1} ref={reasons}>
        <legend>{texts.whyUseless}</legend>
        {FEEDBACK_REASONS.map((reason) => (
          <button key={reason} type="button" class="chip" onClick={() => give(false, reason)}>
            {texts.reasons[reason]}
          </button>
        ))}
      </fieldset>
    );
  }
  return (
    <>
      <fieldset class="feedback">
        <legend>{texts.useful}</legend>
        <button type="button" class="chip" onClick={() => give(true)}>
          {texts.yes}
        </button>
        <button type="button" class="chip" onClick={() => setAsking(true)}>
          {texts.no}
        </button>
      </fieldset>
      {offersWrong && (
        <button type="button" class="link" onClick={() => give(false, 'wrong-question')}>
          {texts.notMine}
        </button>
      )}
    </>
  );
}
