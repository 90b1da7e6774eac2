import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './processes.mjs';

/** What citizens ask, in an order that mixes the themes and is always the same. */
export function questions() {
  const lines = readFileSync(join(ROOT, 'knowledge-base', 'questions', 'tune', 'questions.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines
    .map((line, i) => ({ q: JSON.parse(line).q, at: (i * 7919) % lines.length }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ q }) => q);
}
