import type { Snapshot } from '../matching/index.js';
import { composeArticle } from './compose.js';
import { understandInContext } from './in-context.js';
import { completeMemory } from './memory.js';
import { partFor } from './passage-choice.js';
import { textsOf } from './texts.js';
import type { Memory } from './turn.js';

export interface Suggestion {
  article: string;
  title: string;
  confidence: number;
  passage: string;
}

/** The articles an agent may want for a citizen's question, each with the passage that would answer. */
export function suggest(snapshot: Snapshot, text: string, memory?: Memory, most = 5): Suggestion[] {
  const meant = understandInContext(snapshot, completeMemory(memory, 'fr'), text);
  return meant.candidates.slice(0, most).flatMap(({ article: id, score }, at) => {
    const article = snapshot.articles.get(id);
    if (!article) return [];
    const part = partFor(snapshot, article, { text, ...(meant.facet && { facet: meant.facet }) });
    const { passages } = composeArticle(snapshot, { article, part, facts: meant.facts }, textsOf('fr'));
    return [
      {
        article: id,
        title: article.title,
        confidence: at === 0 ? meant.confidence : Math.min(score, 1 - meant.confidence),
        passage: passages.join(' '),
      },
    ];
  });
}
