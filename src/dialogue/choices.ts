import { FACETS, type Facet } from '../contract/index.js';

/**
 * What a button means, written in its id, so that it still works after a restart or a new snapshot.
 *
 * `article:<id>` · `facet:<id>:<facet>` · `case:<id>:<section>:<path>` (path: indices of cases and branches, "0.1", or `*`: all of them) ·
 * `more:<id>:<section>` · `walk:<id>:<steps>` (walk-steps.ts) · `list:<id>` · `not:<id>` · `none` · `human` · `human:<service>`
 */
export type Picked =
  | { type: 'article'; article: string }
  | { type: 'facet'; article: string; facet: Facet }
  | { type: 'case'; article: string; section: number; path: number[] | 'all' }
  | { type: 'more'; article: string; section: number }
  | { type: 'walk'; article: string; steps: string[] }
  | { type: 'list'; article: string }
  | { type: 'not'; article: string }
  | { type: 'none' }
  | { type: 'human'; service?: string };

export function choiceId(picked: Picked): string {
  switch (picked.type) {
    case 'article':
    case 'not':
    case 'list':
      return `${picked.type}:${picked.article}`;
    case 'facet':
      return `facet:${picked.article}:${picked.facet}`;
    case 'case':
      return `case:${picked.article}:${picked.section}:${picked.path === 'all' ? '*' : picked.path.join('.')}`;
    case 'more':
      return `more:${picked.article}:${picked.section}`;
    case 'walk':
      return `walk:${picked.article}:${picked.steps.join('.')}`;
    case 'none':
      return 'none';
    case 'human':
      return picked.service === undefined ? 'human' : `human:${picked.service}`;
  }
}

export function readChoice(id: string): Picked | undefined {
  const [type, article, ...rest] = id.split(':');
  if (type === 'none') return { type };
  if (type === 'human') return article ? { type, service: article } : { type };
  if (!article) return undefined;
  if (type === 'article' || type === 'not' || type === 'list') return { type, article };
  if (type === 'walk') return { type, article, steps: rest[0] ? rest[0].split('.') : [] };
  const section = Number(rest[0]);
  if (type === 'facet') return isFacet(rest[0]) ? { type, article, facet: rest[0] } : undefined;
  if (!Number.isInteger(section) || section < 0) return undefined;
  if (type === 'more') return { type, article, section };
  if (type !== 'case' || rest[1] === undefined) return undefined;
  if (rest[1] === '*') return { type, article, section, path: 'all' };
  const path = rest[1].split('.').map(Number);
  return path.every((step) => Number.isInteger(step) && step >= 0) ? { type, article, section, path } : undefined;
}

const isFacet = (value: string | undefined): value is Facet => FACETS.includes(value as Facet);
