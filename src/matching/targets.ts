import type { Content, Intent } from './content.js';

/** Where a message may lead: an article, or an intent that no article answers (small talk, a person, an emergency, out of scope). */
export interface Target {
  /** The article's id, or the intent's. */
  id: string;
  article?: string;
  intent?: Intent;
}
/** What teaches: a wording and the target it leads to; `target` -1: it leads nowhere. */
export interface Example {
  text: string;
  target: number;
  /** The target that a near miss resembles without meaning it. */
  against?: number;
  /** An utterance counts 1; what was made of the article's own words counts less. */
  weight: number;
}

/** Articles first, in their order; a guided search holds no answer and is no target: it stands behind those that are (`inOrder`). */
export function targetsOf(content: Content): Target[] {
  const articles = content.articles.filter(({ guided }) => guided !== true).map(({ id }): Target => ({ id, article: id }));
  const intents = content.intents.filter(({ article }) => article === undefined).map((intent): Target => ({ id: intent.id, intent }));
  return [...articles, ...intents];
}

/**
 * The examples of every target: the utterances of its intents, the near misses, and for an article what it says of itself (title,
 * keywords, headings), so that an article nobody wrote utterances for can still be found.
 */
export function examplesOf(content: Content, targets: readonly Target[]): Example[] {
  const index = new Map(targets.map(({ id }, at) => [id, at]));
  const examples: Example[] = [];
  for (const article of content.articles) {
    const target = index.get(article.id);
    if (target === undefined) continue;
    examples.push({ text: article.title, target, weight: 1 });
    for (const keyword of article.keywords) examples.push({ text: keyword, target, weight: 0.6 });
    examples.push({ text: article.summary, target, weight: 0.6 });
    for (const { title } of article.sections) if (title) examples.push({ text: `${article.title} ${title}`, target, weight: 0.4 });
  }
  for (const intent of content.intents) {
    const target = index.get(intent.article ?? intent.id);
    if (target === undefined) continue;
    for (const text of intent.examples) examples.push({ text, target, weight: 1 });
    for (const { text, article } of intent.nearMisses) {
      examples.push({ text, target: (article === undefined ? undefined : index.get(article)) ?? -1, against: target, weight: 1 });
    }
  }
  return examples;
}
