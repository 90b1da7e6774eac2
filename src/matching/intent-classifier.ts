import { judge, SaidBy, type IntentModel } from './intent-evidence.js';
import { readerFor, type IntentFeatures } from './intent-features.js';
import { IntentSpace } from './intent-space.js';
import { fitLogistic, probabilityOf } from './logistic.js';
import { NearestExamples } from './nearest.js';
import { trainNetwork } from './network.js';
import { seeded, shuffle } from './seeded.js';

/** An utterance and the intent it says; `OUTSIDE` for an example of what must be refused. */
export interface IntentExample {
  text: string;
  intent: string;
}
export interface Classified {
  intent: string;
  /** Probability that the intent is right; low for what belongs to none. */
  confidence: number;
}
export const OUTSIDE = 'oos';

interface Read {
  features: IntentFeatures;
  intent: string;
}

/**
 * Intents without articles: a network over the utterances, their nearest examples beside it, and a confidence that is fitted, not read off
 * the network, which is as sure of what it never saw.
 *
 * The confidence comes from rehearsals: a part of the examples and a part of the intents are withheld, the rest is learnt, and
 * the withheld are judged. Withheld examples show when the model is right; withheld intents are messages that resemble the others and belong to
 * none of them, so that a file without a single `OUTSIDE` example teaches to refuse too. Where such examples are given, they weigh as
 * much as all the withheld intents.
 *
 * Cost: one rehearsal of 15,000 examples and the whole, five and the whole for a small file.
 */
export function trainIntents(examples: readonly IntentExample[]): (text: string) => Classified {
  const intents = namesIn(examples);
  if (intents.length < 2) throw new Error(`two intents are needed at least, beside ${OUTSIDE}: there is ${intents[0] ?? 'none'}`);
  const read = readerFor(examples.map(({ text }) => text));
  const all = examples.map(({ text, intent }): Read => ({ features: read(text), intent }));
  const confidence = rehearse(all, intents);
  const model = fit(all, intents);
  return (text) => {
    const { best, evidence } = judge(model, model.space.place(read(text)));
    return { intent: intents[best]!, confidence: confidence(evidence) };
  };
}

const namesIn = (examples: readonly { intent: string }[]): string[] =>
  [...new Set(examples.map(({ intent }) => intent))].filter((intent) => intent !== OUTSIDE).sort();

/** Fewer passes over many examples, which bounds the time, and more over a handful, of which twenty passes would leave the weights where they began. */
const PASSES = 8;
const FEW_PASSES = 20;
const MANY = 10_000;
const FEWEST_STEPS = 3_000;
const passesFor = (examples: number): number =>
  Math.ceil(Math.max(PASSES, FEW_PASSES - ((FEW_PASSES - PASSES) * examples) / MANY, FEWEST_STEPS / examples));

function fit(examples: readonly Read[], intents: readonly string[]): IntentModel {
  const numbers = new Map(intents.map((intent, at) => [intent, at]));
  const space = new IntentSpace(examples.map(({ features }) => features));
  // What must be refused is a class of its own, behind the intents.
  const placed = examples.map(({ features, intent }) => ({
    placed: space.place(features),
    target: numbers.get(intent) ?? intents.length,
    weight: 1,
  }));
  const targets = intents.length + 1;
  const vectors = placed.map((each) => each.placed);
  const refuses = examples.some(({ intent }) => intent === OUTSIDE);
  const network = trainNetwork(
    placed.map((each) => ({ vector: each.placed, target: each.target })),
    { axes: space.size, targets: refuses ? targets : intents.length },
    passesFor(examples.length),
  );
  return {
    space,
    network,
    nearest: new NearestExamples(placed, vectors, space.size, targets),
    saidBy: new SaidBy(placed, targets),
    intents: intents.length,
  };
}

const PARTS = 5;
const REHEARSED_EXAMPLES = 12_000;
/** What share of the messages belong to no intent, for want of knowing: the probability is told for such a mixture. */
const OUTSIDE_SHARE = 0.2;

/** From evidence to the probability of being right. */
function rehearse(examples: readonly Read[], intents: readonly string[]): (evidence: readonly number[]) => number {
  const rehearsals = Math.min(PARTS, Math.max(1, Math.round(REHEARSED_EXAMPLES / examples.length)));
  const order = shuffle([...examples], seeded(examples.length));
  const judged: { evidence: number[]; right: boolean; from: 'intent' | 'withheld' | 'outside' }[] = [];
  for (let part = 0; part < rehearsals; part++) {
    // One of two intents, alone, is no choice: both are kept.
    const kept = intents.length > 2 ? intents.filter((_, at) => at % PARTS !== part) : intents;
    const known = new Set(kept);
    // Of what must be refused there is little: in a single rehearsal half of it is judged.
    const share = (at: number, { intent }: Read) => at % (intent === OUTSIDE ? Math.max(2, rehearsals) : PARTS) === part;
    const withheld = new Set(order.filter((example, at) => share(at, example)));
    const model = fit(
      order.filter((example) => !withheld.has(example) && (known.has(example.intent) || example.intent === OUTSIDE)),
      kept,
    );
    for (const example of order) {
      const from = example.intent === OUTSIDE ? 'outside' : known.has(example.intent) ? 'intent' : 'withheld';
      if (from !== 'withheld' && !withheld.has(example)) continue;
      const { best, evidence } = judge(model, model.space.place(example.features));
      judged.push({ evidence, right: kept[best] === example.intent, from });
    }
  }
  const count = (what: string) => judged.filter(({ from }) => from === what).length;
  const strangers = ['withheld', 'outside'].filter((what) => count(what) > 0);
  const weightOf = (from: string) =>
    from === 'intent' ? 1 : ((OUTSIDE_SHARE / (1 - OUTSIDE_SHARE)) * Math.max(1, count('intent'))) / strangers.length / count(from);
  const gate = fitLogistic(
    judged.map(({ evidence }) => evidence),
    judged.map(({ right }) => right),
    judged.map(({ from }) => weightOf(from)),
  );
  return (evidence) => probabilityOf(gate, evidence);
}
