import { trainIntents, type IntentExample } from '../../matching/index.js';

export interface TrainingTask {
  learn: readonly IntentExample[];
  evaluate: readonly IntentExample[];
}
/** What was predicted for an evaluated line; its names are those of the file that is written. */
export interface Predicted extends IntentExample {
  predicted: string;
  confidence: number;
}
export interface Trained {
  seconds: number;
  judged: Predicted[];
}

/** Learns the one and judges the other: a minute of work for 15,000 utterances, see `train.worker.ts`. */
export function trainAndJudge({ learn, evaluate }: TrainingTask): Trained {
  const before = performance.now();
  const classify = trainIntents(learn);
  const seconds = (performance.now() - before) / 1000;
  const judged = evaluate.map(({ text, intent }): Predicted => {
    const { intent: predicted, confidence } = classify(text);
    return { text, intent, predicted, confidence };
  });
  return { seconds, judged };
}
