import { createAnalyser, normalise, wordsOf, type Analyser } from '../language/index.js';
import { featuresOf } from './features.js';
import { fitLogistic, probabilityOf, type Logistic } from './logistic.js';
import { NearestExamples } from './nearest.js';
import { Softmax, trainSoftmax } from './softmax.js';
import { VectorSpace, type Vector } from './vector-space.js';

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

/**
 * Intents without articles, by the network and the nearest examples that articles are found with, and a confidence fitted by cross-validation: each
 * example is judged by a model that did not see it, the refused ones as wrong whatever they resemble.
 *
 * Cost: six trainings (five folds and the whole), some seconds each for 15,000 utterances of 150 intents.
 */
export function trainIntents(examples: readonly IntentExample[]): (text: string) => Classified {
  const intents = [...new Set(examples.map(({ intent }) => intent))].filter((intent) => intent !== OUTSIDE).sort();
  const analyser = createAnalyser([], vocabularyOf(examples));
  const rows: number[][] = [];
  const right: boolean[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(
      examples.filter((_, i) => i % FOLDS !== fold),
      intents,
      analyser,
    );
    examples.forEach(({ text, intent }, i) => {
      if (i % FOLDS !== fold) return;
      const { best, evidence } = model(text);
      rows.push(evidence);
      right.push(intents[best] === intent);
    });
  }
  const gate: Logistic = fitLogistic(rows, right);
  const whole = fit(examples, intents, analyser);
  return (text) => {
    const { best, evidence } = whole(text);
    return { intent: intents[best] ?? OUTSIDE, confidence: probabilityOf(gate, evidence) };
  };
}
const FOLDS = 5;
/** A word that stands once may be a slip; repairing towards it would spread it. */
const TRUSTED_FROM = 2;
/** How much the likeness of the nearest examples counts beside the network. */
const LIKENESS = 3;

type Model = (text: string) => { best: number; evidence: number[] };

function fit(examples: readonly IntentExample[], intents: readonly string[], analyser: Analyser): Model {
  const numbers = new Map(intents.map((intent, at) => [intent, at]));
  // What must be refused is a class of its own, behind the intents.
  const placed = examples.map(({ intent }) => ({ target: numbers.get(intent) ?? intents.length, weight: 1 }));
  const features = examples.map(({ text }) => featuresOf(analyser.analyse(text)));
  const space = new VectorSpace(features);
  const vectors = features.map((each) => space.vector(each));
  const size = { axes: space.size, targets: intents.length + 1 };
  const softmax = trainSoftmax(vectors, placed, size);
  const nearest = new NearestExamples(placed, vectors, size.axes, size.targets);
  return (text) => judge(analyser, { space, softmax, nearest, intents: intents.length }, text);
}

interface Parts {
  space: VectorSpace;
  softmax: Softmax;
  nearest: NearestExamples;
  intents: number;
}

function judge(analyser: Analyser, { space, softmax, nearest, intents }: Parts, text: string): ReturnType<Model> {
  const analysis = analyser.analyse(text);
  const vector: Vector = space.vector(featuresOf(analysis));
  const log = softmax.logProbabilities(vector);
  const likeness = nearest.to(vector);
  const score = (target: number) => log[target]! + LIKENESS * likeness.best[target]!;
  let best = 0;
  let second = -1;
  for (let target = 1; target < intents; target++) {
    if (score(target) > score(best)) {
      second = best;
      best = target;
    } else if (second < 0 || score(target) > score(second)) second = target;
  }
  const words = analysis.tokens.length;
  const unknown = words === 0 ? 1 : analysis.tokens.filter(({ known }) => !known).length / words;
  const evidence = [
    log[best]!,
    score(best) - (second < 0 ? 0 : score(second)),
    likeness.best[best]!,
    likeness.mean[best]!,
    likeness.top - likeness.best[best]!,
    Math.exp(log[intents]!),
    likeness.best[intents]!,
    unknown,
    vector.weights.reduce((sum, weight) => sum + weight * weight, 0),
    Math.min(words, 15) / 15,
  ];
  return { best, evidence };
}

function vocabularyOf(examples: readonly IntentExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of examples) for (const word of wordsOf(normalise(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) if (count < TRUSTED_FROM) counts.delete(word);
  return counts;
}
