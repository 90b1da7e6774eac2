import type { Article, Facet } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import type { Picked } from './choices.js';
import type { Showing } from './compose.js';
import { factsFor } from './corpus-facts.js';
import { partFor } from './passage-choice.js';
import type { Memory } from './turn.js';
import { partsFor } from './two-sides.js';

type Shown = Exclude<Picked, { type: 'human' | 'none' | 'not' | 'walk' | 'list' }>;
/** What of an article a button shows. */
export function showingOf(snapshot: Snapshot, memory: Memory, article: Article, picked: Shown): Showing {
  const facts = factsFor(memory, article.id);
  if (picked.type === 'article') {
    const facet = memory.facet as Facet | undefined;
    return { article, ...partsFor(snapshot, article, { text: memory.asked ?? '', known: facts, ...(facet && { facet }) }), facts };
  }
  if (picked.type === 'facet') return { article, part: partFor(snapshot, article, { text: '', known: facts, facet: picked.facet }), facts };
  if (article.sections[picked.section] === undefined) return { article, part: { type: 'summary' }, facts };
  const part = { type: 'section', section: picked.section } as const;
  if (picked.type === 'more') return { article, part, facts, whole: true };
  return { article, part, facts, picked: picked.path };
}
