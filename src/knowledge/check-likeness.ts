import type { Report } from './check-content.js';
import { sameWording } from './check-wordings.js';
import type { Place } from './problems.js';
import type { ReadContent } from './read-content.js';

/**
 * Confusable intents: wordings of two intents that are nearly the same.
 *
 * Each wording is a set of words and of letter triples, weighted by rarity, of unit length; the likeness of two is their cosine. Two
 * vectors can only be that alike if they share one of the rarest features of the first, those that leave less than the threshold behind
 * them, so only wordings found under these are compared: about 0.3 s for 2,600 wordings, where comparing all that share anything took a
 * second. One line a pair of intents, the closest pair of wordings being shown. Threshold: read on the shipped content (`guichet check`),
 * the pairs above it are those of which an officer would ask which article is meant.
 *
 * « fps contestation » / « contestation FPS » in two intents → reported (.99); « copie d'acte de mariage » / « copie d'acte de naissance » → not
 */
const TOO_ALIKE = 0.85;

interface Wording {
  intent: string;
  article?: string;
  text: string;
  key: string;
  /** Of an official corpus, whose thousands of pages are alike by nature: its pack is looked over where it is written. */
  corpus: boolean;
  place: () => Place;
  /** Rarest feature first. */
  weights: Map<string, number>;
}

export function checkLikeness(read: ReadContent, report: Report): void {
  const closest = new Map<string, { score: number; one: Wording; other: Wording }>();
  const before = new Map<string, Wording[]>();
  for (const one of wordingsOf(read)) {
    for (const other of candidates(one, before)) {
      // The very same wording is an error of its own.
      if (other.intent === one.intent || other.key === one.key || (one.corpus && other.corpus)) continue;
      const score = likeness(one, other);
      const pair = [one.intent, other.intent].sort().join(' ');
      if (score >= TOO_ALIKE && score > (closest.get(pair)?.score ?? 0)) closest.set(pair, { score, one, other });
    }
    for (const feature of one.weights.keys()) {
      const list = before.get(feature);
      if (list === undefined) before.set(feature, [one]);
      else list.push(one);
    }
  }
  for (const { score, one, other } of closest.values()) {
    report('warning', 'confusable', `« ${one.text} » ressemble à « ${other.text} » de « ${other.intent} » (${Math.round(score * 100)} %)`, {
      place: one.place(),
      ...(one.article === undefined ? {} : { article: one.article }),
    });
  }
}

/** By Cauchy and Schwarz, what is shared after the point where the rest is shorter than the threshold cannot reach it. */
function candidates({ weights }: Wording, before: ReadonlyMap<string, Wording[]>): Set<Wording> {
  const found = new Set<Wording>();
  let rest = 1;
  for (const [feature, weight] of weights) {
    if (rest < TOO_ALIKE ** 2) break;
    for (const other of before.get(feature) ?? []) found.add(other);
    rest -= weight * weight;
  }
  return found;
}

function likeness(one: Wording, other: Wording): number {
  let sum = 0;
  for (const [feature, weight] of one.weights) sum += weight * (other.weights.get(feature) ?? 0);
  return sum;
}

function wordingsOf(read: ReadContent): Wording[] {
  const wordings = read.intents.flatMap(({ value, at, place: { file } }) =>
    value.examples.map((text, index) => {
      const key = sameWording(text);
      const article = value.article === undefined ? {} : { article: value.article };
      const corpus = file.startsWith('intents/fr/service-public/');
      return {
        intent: value.id,
        ...article,
        text,
        key,
        corpus,
        place: () => at(['examples', index]),
        features: [...new Set(featuresOf(key))],
      };
    }),
  );
  const counts = new Map<string, number>();
  for (const { features } of wordings) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rarity = (feature: string) => Math.log(1 + wordings.length / counts.get(feature)!) * (feature.startsWith('=') ? 1 : 0.4);
  return wordings.map(({ features, ...wording }) => {
    const weighted = features.map((feature) => [feature, rarity(feature)] as const).sort((a, b) => b[1] - a[1]);
    const length = Math.sqrt(weighted.reduce((square, [, weight]) => square + weight * weight, 0)) || 1;
    return { ...wording, weights: new Map(weighted.map(([feature, weight]) => [feature, weight / length])) };
  });
}

function featuresOf(key: string): string[] {
  const words = key.split(' ').map((word) => `=${word}`);
  const padded = ` ${key} `;
  const triples = Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
  return key === '' ? [] : [...words, ...triples];
}
