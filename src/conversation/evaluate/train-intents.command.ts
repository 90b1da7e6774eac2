import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Command } from 'commander';
import { OUTSIDE } from '../../matching/index.js';
import { readIntentExamples } from './intent-examples.js';
import { auroc, share } from './statistics.js';
import { trainAndJudge, type Trained, type TrainingTask } from './train-and-judge.js';

interface Files {
  intents: string;
  evaluate: string;
  predictions?: string;
}

/** `train`: an intent file of any size, measured on another one. Needs no database. */
export function registerTraining(program: Command): void {
  program
    .command('train')
    .description('train intents from JSON Lines {text, intent}; intent "oos" is an example of what must be refused')
    .requiredOption('--intents <file>', 'what to learn from: two intents at least, French or English')
    .requiredOption('--evaluate <file>', 'what to judge it by; accuracy counts what is in scope, AUROC tells it from "oos" by confidence')
    .option('--predictions <file>', 'where to write {text, intent, predicted, confidence}, in the order of the evaluated file')
    .action(async ({ intents, evaluate, predictions }: Files) => {
      const learn = readIntentExamples(intents);
      const { seconds, judged } = await inThread({ learn, evaluate: readIntentExamples(evaluate) });
      if (predictions !== undefined) writeFileSync(predictions, judged.map((each) => `${JSON.stringify(each)}\n`).join(''));
      const inside = judged.filter(({ intent }) => intent !== OUTSIDE);
      const { user, system } = process.cpuUsage();
      const figures = {
        learnt: learn.length,
        seconds,
        // Of the whole command with its thread, reading and judging included.
        cpuSeconds: (user + system) / 1e6,
        evaluated: judged.length,
        accuracy: share(inside.filter(({ intent, predicted }) => intent === predicted).length, inside.length),
        outOfScopeAuroc: auroc(judged.map(({ intent, confidence }) => [confidence, intent !== OUTSIDE])),
      };
      console.log(JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value), 2));
    });
}

const WORKER = fileURLToPath(new URL('./train.worker.js', import.meta.url));

/** Run from TypeScript sources, no compiled worker stands beside this file: the work is then done in this thread. */
function inThread(task: TrainingTask): Promise<Trained> {
  if (!existsSync(WORKER)) return Promise.resolve(trainAndJudge(task));
  return new Promise((resolve, reject) => {
    new Worker(WORKER, { workerData: task })
      .once('message', resolve)
      .once('error', (error) => reject(new Error(`train: ${error instanceof Error ? error.message : String(error)}`)))
      .once('exit', (code) => reject(new Error(`train: the thread ended with ${code} before it answered`)));
  });
}
