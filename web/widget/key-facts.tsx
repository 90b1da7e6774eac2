import type { Block } from '../../src/contract/blocks.js';
import { useWidget } from './context.js';

export type FactBlock = Extract<Block, { type: 'fact' }>;

/** Cost, delay and other values that people look for first. */
export function KeyFacts({ facts }: { facts: FactBlock[] }) {
  const { texts } = useWidget();
  return (
    <dl class="facts" aria-label={texts.keyFacts} lang="fr">
      {facts.map((fact) => (
        <div key={fact.id}>
          <dt>{fact.label}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
