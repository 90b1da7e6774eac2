import type { Inline } from '../../src/contract/blocks.js';
import { useContext } from 'preact/hooks';
import { OutLink } from './out-link.js';
import { Callable, Urgent } from './urgent.js';

export const Inlines = ({ inlines }: { inlines: Inline[] }) => (
  <>
    {inlines.map((inline, i) => (
      <OneInline key={i} inline={inline} />
    ))}
  </>
);

function OneInline({ inline }: { inline: Inline }) {
  const urgent = useContext(Urgent);
  switch (inline.type) {
    case 'strong':
      return <strong>{urgent ? <Callable text={inline.text} /> : inline.text}</strong>;
    case 'emphasis':
      return <em>{inline.text}</em>;
    case 'link':
      return <OutLink url={inline.url}>{inline.text}</OutLink>;
    case 'fact':
      return <span class="fact">{inline.text}</span>;
    default:
      return urgent ? <Callable text={inline.text} /> : <>{inline.text}</>;
  }
}
