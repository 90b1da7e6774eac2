import type { Intent } from '../matching/content.js';

/** The words beside an article as the editor shows them: two plain lists. */
export interface Wordings {
  utterances: string[];
  nearMisses: string[];
}

export const wordingsOf = (intents: readonly Intent[]): Wordings => ({
  utterances: intents.flatMap(({ examples }) => examples),
  nearMisses: intents.flatMap(({ nearMisses }) => nearMisses.map(({ text }) => text)),
});

/**
 * Puts edited lists back into the intents of an article: what stays keeps its intent (and a near miss its article), what is new
 * goes to the first intent without a facet, what is gone leaves. An article without an intent gets one of its own name.
 */
export function withWordings(intents: readonly Intent[], article: string, { utterances, nearMisses }: Wordings): Intent[] {
  const own = intents.length > 0 ? intents : utterances.length + nearMisses.length > 0 ? [emptyIntent(article)] : [];
  const main = Math.max(
    0,
    own.findIndex(({ facet }) => facet === undefined),
  );
  const before = wordingsOf(own);
  const newUtterances = unique(utterances).filter((text) => !before.utterances.includes(text));
  const newMisses = unique(nearMisses).filter((text) => !before.nearMisses.includes(text));
  return own.map((intent, at) => ({
    ...intent,
    examples: [...intent.examples.filter((text) => utterances.includes(text)), ...(at === main ? newUtterances : [])],
    nearMisses: [
      ...intent.nearMisses.filter(({ text }) => nearMisses.includes(text)),
      ...(at === main ? newMisses.map((text) => ({ text })) : []),
    ],
  }));
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const emptyIntent = (article: string): Intent => ({
  id: article.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  article,
  examples: [],
  nearMisses: [],
  rules: [],
});
