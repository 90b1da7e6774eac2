import type { Case } from '../../src/contract/blocks.js';
import { Blocks } from './blocks.js';

/** "Vous êtes majeur / mineur": each situation folds, so that one reads only one's own. */
export function Cases({ title, cases }: { title: string; cases: Case[] }) {
  return (
    <div class="cases" lang="fr">
      {title && <p class="cases-title">{title}</p>}
      {cases.map((one) => (
        <details key={one.label}>
          <summary>{one.label}</summary>
          <div class="case">
            <Blocks blocks={one.blocks} />
          </div>
        </details>
      ))}
    </div>
  );
}
