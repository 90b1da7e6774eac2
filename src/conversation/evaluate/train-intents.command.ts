import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { OUTSIDE, trainIntents, type IntentExample } from '../../matching/index.js';
import { auroc, share } from './statistics.js';

const line = z.object({ text: z.string(), intent: z.string().min(1) });

/** `train`: an intent file of any size, measured on another one. Needs no database. */
export function registerTraining(program: Command): void {
  program
    .command('train')
    .description('train intents from JSON Lines {text, intent}; intent "oos" is what must be refused')
    .requiredOption('--intents <file>', 'what to learn from')
    .requiredOption('--evaluate <file>', 'what to judge it by')
    .option('--predictions <file>', 'where to write {text, intent, predicted, confidence}, in the order of the evaluated file')
    .action(({ intents, evaluate, predictions }: { intents: string; evaluate: string; predictions?: string }) => {
      const learnt = read(intents);
      const asked = read(evaluate);
      const before = performance.now();
      const classify = trainIntents(learnt);
      const seconds = (performance.now() - before) / 1000;
      const judged = asked.map((example) => ({ ...example, ...answer(classify(example.text)) }));
      if (predictions !== undefined) writeFileSync(predictions, judged.map((each) => `${JSON.stringify(each)}\n`).join(''));
      const inside = judged.filter(({ intent }) => intent !== OUTSIDE);
      const figures = {
        learnt: learnt.length,
        seconds,
        evaluated: judged.length,
        accuracy: share(inside.filter(({ intent, predicted }) => intent === predicted).length, inside.length),
        outOfScopeAuroc: auroc(judged.map(({ intent, confidence }) => [confidence, intent !== OUTSIDE])),
      };
      console.log(JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value), 2));
    });
}

const answer = ({ intent, confidence }: { intent: string; confidence: number }) => ({ predicted: intent, confidence });

function read(path: string): IntentExample[] {
  const examples: IntentExample[] = [];
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((text, at) => {
      if (text.trim() === '') return;
      const parsed = line.safeParse(parse(text));
      if (!parsed.success) throw new Error(`train: ${path}:${at + 1} is not {"text", "intent"}`);
      examples.push(parsed.data);
    });
  if (examples.length === 0) throw new Error(`train: no example in ${path}`);
  return examples;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
