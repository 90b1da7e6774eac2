import type { IntentSpace, Placed } from './intent-space.js';
import type { NearestExamples } from './nearest.js';
import type { Network } from './network.js';

/** What a model of intents is made of; the class behind the intents, if the network has one, is what must be refused. */
export interface IntentModel {
  space: IntentSpace;
  network: Network;
  nearest: NearestExamples;
  saidBy: SaidBy;
  intents: number;
}

/** How often each stem was said for each intent. */
export class SaidBy {
  private readonly counts = new Map<number, number>();

  constructor(
    examples: readonly { placed: Placed; target: number }[],
    private readonly targets: number,
  ) {
    for (const { placed, target } of examples) {
      for (const axis of placed.stems) this.counts.set(this.key(axis, target), this.times(axis, target) + 1);
    }
  }

  times(axis: number, target: number): number {
    return this.counts.get(this.key(axis, target)) ?? 0;
  }

  private key(axis: number, target: number): number {
    return axis * this.targets + target;
  }
}

/** How much the likeness of the nearest examples counts beside the network. */
const LIKENESS = 2;
/** Keeps the logarithm of what is next to impossible finite. */
const LEAST = 1e-6;
const LONG = 15;

/**
 * The likeliest intent, and what speaks for and against it: how likely, how far ahead of the next one, how strong the scores are at all
 * (the logarithm of the sum of their exponentials: low when no target is excited), how undecided the network is; how like its nearest
 * examples, and how much less like than the nearest of all; how like what must be refused; how much of the message its examples say, and
 * how much nobody ever said; and the length. What is far from everything learnt shows in the last ones where the network is sure by accident.
 */
export function judge({ network, nearest, saidBy, space, intents }: IntentModel, placed: Placed): { best: number; evidence: number[] } {
  const scores = network.scores(placed);
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  const energy = most + Math.log(sum);
  const likeness = nearest.to(placed);
  const worth = (target: number) => scores[target]! + LIKENESS * likeness.best[target]!;
  let best = 0;
  let second = -1;
  for (let target = 1; target < intents; target++) {
    if (worth(target) > worth(best)) {
      second = best;
      best = target;
    } else if (second < 0 || worth(target) > worth(second)) second = target;
  }
  const likely = (target: number) => Math.exp(scores[target]! - energy);
  let undecided = 0;
  for (const score of scores) undecided -= Math.exp(score - energy) * (score - energy);
  const evidence = [
    Math.log(LEAST + likely(best)),
    second < 0 ? 0 : worth(best) - worth(second),
    energy,
    undecided,
    Math.log(LEAST + (scores.length > intents ? likely(intents) : 0)),
    likeness.best[best]!,
    likeness.mean[best]!,
    likeness.top - likeness.best[best]!,
    likeness.best[intents]!,
    ...shares(placed, space, (axis) => saidBy.times(axis, best)),
    Math.min(placed.words, LONG) / LONG,
  ];
  return { best, evidence };
}

/** Shares of the message: of its weight, what the intent's examples say (half, when one alone says it); of its words, those never seen. */
function shares({ stems, words, unknownWords }: Placed, space: IntentSpace, times: (axis: number) => number): [number, number] {
  if (words === 0) return [0, 1];
  let weight = space.unknownWeight * unknownWords;
  let said = 0;
  for (const axis of stems) {
    weight += space.weight(axis);
    said += space.weight(axis) * Math.min(1, times(axis) / 2);
  }
  return [weight === 0 ? 0 : said / weight, unknownWords / words];
}
