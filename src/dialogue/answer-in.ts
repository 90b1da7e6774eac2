import type { Article } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import { composeArticle, type Composed } from './compose.js';
import { factsFor } from './corpus-facts.js';
import type { InContext } from './in-context.js';
import type { Texts } from './texts.js';
import type { Memory } from './turn.js';
import { partsFor } from './two-sides.js';

/** A message, what was made of it, and what was said before. */
interface Said {
  text: string;
  meant: InContext;
  memory: Memory;
}

/** What an article answers to a message: the part that holds the answer, composed. The service, `guichet ask` and the benches show the same. */
export function answerIn(snapshot: Snapshot, article: Article, { text, meant, memory }: Said, texts: Texts): Composed {
  const facts = factsFor({ ...memory, facts: meant.facts }, article.id);
  const told = meant.message.bare ? { facts: meant.message.facts } : {};
  const parts = partsFor(snapshot, article, {
    text,
    analysis: meant.message.analysis,
    known: facts,
    ...(meant.facet && { facet: meant.facet }),
    ...told,
  });
  return composeArticle(snapshot, { article, ...parts, facts }, texts);
}
