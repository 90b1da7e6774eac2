import { alikePairs, type Alike } from './alike.js';
import type { Report } from './check-content.js';
import { sameWording } from './check-wordings.js';
import type { Place } from './problems.js';
import type { ReadContent } from './read-content.js';

/**
 * Confusable intents: wordings of two intents that are nearly the same, by their words and their letter triples.
 *
 * One line a pair of intents, the closest pair of wordings being shown. Threshold: read on the shipped content (`guichet check`), the pairs
 * above it are those of which an officer would ask which article is meant.
 *
 * « fps contestation » / « contestation FPS » in two intents → reported (.99); « copie d'acte de mariage » / « copie d'acte de naissance » → not
 */
const TOO_ALIKE = 0.85;
/** A letter triple beside a word. */
const TRIPLE = 0.4;

interface Wording {
  intent: string;
  article?: string;
  text: string;
  key: string;
  place: () => Place;
  features: ReadonlyMap<string, number>;
  /** Of an official corpus, whose thousands of pages are alike by nature: its pack is looked over where it is written. */
  last: boolean;
}

export function checkLikeness(read: ReadContent, report: Report): void {
  const closest = new Map<string, Alike<Wording>>();
  // The very same wording is an error of its own.
  const worth = (one: Wording, other: Wording) => other.intent !== one.intent && other.key !== one.key;
  for (const pair of alikePairs(wordingsOf(read), TOO_ALIKE, worth)) {
    const intents = [pair.one.intent, pair.other.intent].sort().join(' ');
    if (pair.score > (closest.get(intents)?.score ?? 0)) closest.set(intents, pair);
  }
  for (const { score, one, other } of closest.values()) {
    report('warning', 'confusable', `« ${one.text} » ressemble à « ${other.text} » de « ${other.intent} » (${Math.round(score * 100)} %)`, {
      place: one.place(),
      ...(one.article === undefined ? {} : { article: one.article }),
    });
  }
}

/** The town's own first, then those of a corpus, a hundred thousand perhaps: their features are made when they are asked for. */
function wordingsOf(read: ReadContent): Wording[] {
  const wordings = read.intents.flatMap(({ value, at, place: { file } }) =>
    value.examples.map((text, index): Wording => {
      const key = sameWording(text);
      const shared = {
        intent: value.id,
        ...(value.article === undefined ? {} : { article: value.article }),
        text,
        key,
        place: () => at(['examples', index]),
      };
      return file.startsWith('intents/fr/service-public/')
        ? {
            ...shared,
            last: true,
            get features() {
              return featuresOf(key);
            },
          }
        : { ...shared, last: false, features: featuresOf(key) };
    }),
  );
  return [...wordings.filter(({ last }) => !last), ...wordings.filter(({ last }) => last)];
}

function featuresOf(key: string): Map<string, number> {
  const features = new Map<string, number>();
  if (key === '') return features;
  for (const word of key.split(' ')) features.set(`=${word}`, 1);
  const padded = ` ${key} `;
  for (let at = 0; at + 3 <= padded.length; at++) features.set(padded.slice(at, at + 3), TRIPLE);
  return features;
}
