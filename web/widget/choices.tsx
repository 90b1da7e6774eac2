import type { Choice } from '../../src/contract/events.js';
import { useWidget } from './context.js';
import { languageOf } from './language-of.js';

interface Props {
  seq: number;
  choices: Choice[];
  /** Said once more above the buttons. */
  question?: string;
}
/** Quick replies. « Ce n'est pas ma question » stands last and quieter, and counts as an opinion too. */
export function Choices({ seq, choices, question }: Props) {
  const { texts, state, conversation, focusField } = useWidget();
  if (state.status !== 'bot') return null;
  const pick = (choice: Choice): void => {
    if (isNotMine(choice) && !state.rated.has(seq)) conversation.rate(seq, false, 'wrong-question');
    conversation.say(choice.label, choice.id);
    focusField();
  };
  const ordered = [...choices.filter((choice) => !isWayOut(choice)), ...choices.filter(isWayOut)];
  return (
    <>
      {question && (
        <p class="choices-question" lang="fr">
          {question}
        </p>
      )}
      <ul class="choices" aria-label={texts.choices}>
        {ordered.map((choice) => (
          <li key={choice.id}>
            <button type="button" class={isWayOut(choice) ? 'link' : 'choice'} lang={languageOf(choice.label)} onClick={() => pick(choice)}>
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** « Aucune de ces propositions » is quieter too. */
const isWayOut = (choice: Choice): boolean => choice.id === 'none' || isNotMine(choice);
export const isNotMine = ({ label }: Choice): boolean => /pas ma question|not my question/i.test(label);
