import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { IntentExample } from '../../matching/index.js';

const line = z.object({ text: z.string(), intent: z.string().min(1) });

/** JSON Lines of `{text, intent}`; blank lines are skipped, anything else is refused with its place. */
export function readIntentExamples(path: string): IntentExample[] {
  const examples: IntentExample[] = [];
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
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
