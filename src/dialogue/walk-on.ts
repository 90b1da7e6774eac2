import type { AnswerBody, Article, Facet } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import { composeArticle, paragraph, type Composed } from './compose.js';
import { offering } from './offer.js';
import type { Texts } from './texts.js';
import type { Memory } from './turn.js';
import { partsFor } from './two-sides.js';
import { backChoice, sayStanding, standingOf } from './walk-reply.js';

interface Walked {
  body: AnswerBody;
  remember: Partial<Memory>;
  /** Where the search ended. */
  article?: Article;
  composed?: Composed;
  facts?: Record<string, string>;
}

/** A guided search from these steps on: its next question, or the article that it leads to, answered for whoever gave these answers. */
export function walkOn(
  snapshot: Snapshot,
  { id: search, steps, memory }: { id: string; steps: readonly string[]; memory: Memory },
  texts: Texts,
): Walked {
  const standing = standingOf(snapshot, snapshot.articles.get(search)!, steps, memory);
  const article = standing.type === 'arrived' ? snapshot.articles.get(standing.link.article ?? '') : undefined;
  if (standing.type !== 'arrived' || article === undefined || article.guided === true) {
    const remember = standing.type === 'asking' ? { walking: { search, steps: standing.steps } } : {};
    return { body: sayStanding(search, standing, texts), remember };
  }
  const { known, here, taken } = standing;
  // What a new answer excludes is no longer true, whatever an earlier search had been told.
  const kept = Object.fromEntries(Object.entries(memory.facts).filter(([variable]) => here[variable] !== 'no'));
  const facts = { ...kept, ...known };
  const shown = { ...facts, ...here };
  const facet = memory.facet as Facet | undefined;
  const parts = partsFor(snapshot, article, { text: memory.asked ?? '', known: shown, ...(facet && { facet }) });
  const composed = composeArticle(snapshot, { article, ...parts, facts: shown }, texts);
  const remember = { here: { article: article.id, facts: here }, walked: { search, article: article.id, answers: taken } };
  const body = offering(snapshot, composed.body, [article.id], { ...memory, ...remember }, texts);
  if (taken.length > 0) body.blocks.unshift(paragraph(`${texts.yourAnswers}${taken.join(' › ')}.`));
  body.choices = [...(body.choices ?? []), ...backChoice(search, standing.steps, texts)];
  return { body, composed, article, facts, remember };
}
