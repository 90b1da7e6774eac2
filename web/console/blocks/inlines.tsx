import { useTranslation } from 'react-i18next';
import type { Inline } from '../../../src/contract/blocks.js';
import { safeUrl } from './safe-url.js';

/** Values as the console's own elements; no HTML comes over the wire. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} />);
}

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'emphasis':
      return <em>{inline.text}</em>;
    case 'link':
      return <OutLink url={inline.url}>{inline.text}</OutLink>;
    case 'fact':
      return (
        <strong className="fact-value" data-fact={inline.id}>
          {inline.text}
        </strong>
      );
    default:
      return inline.text;
  }
}

/** A link that opens beside the console and says so. */
export function OutLink({ url, className, children }: { url: string; className?: string; children: string }) {
  const { t } = useTranslation();
  const href = safeUrl(url);
  if (href === undefined) return <span className={className}>{children}</span>;
  return (
    <a href={href} className={className} target="_blank" rel="noopener noreferrer">
      {children}
      <span className="hidden-text"> {t('blocks.newTab')}</span>
    </a>
  );
}
