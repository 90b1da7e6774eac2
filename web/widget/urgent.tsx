import { createContext } from 'preact';

/** True inside an answer to an emergency: the numbers to call can then be pressed. */
export const Urgent = createContext(false);

const NUMBERS = /(?<![\d/])(3114|3919|3018|119|116\s?\d{3}|115|114|112|15|17|18)(?![\d/]|\s?(?:ans|€|%|h|jours?|min))/;

export function Callable({ text }: { text: string }) {
  return (
    <>
      {text.split(NUMBERS).map((part, i) =>
        i % 2 === 1 ? (
          // The 114 takes messages, for those who cannot hear or speak.
          <a key={i} class="call" href={`${part === '114' ? 'sms' : 'tel'}:${part.replace(/\s/g, '')}`}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
