import type { Intent } from '../matching/content.js';
import { intent } from './documents.js';
import { Problems } from './problems.js';
import { readYamlList } from './yaml-file.js';

/** A JSON string is a YAML string: quoting all of them keeps the file the same however YAML would read a bare word. */
const quoted = (text: string) => JSON.stringify(text);
const flow = (texts: readonly string[]) => `[${texts.map(quoted).join(', ')}]`;

/** The intents of a text that was written by `intentsText`. */
export const intentsIn = (text: string): Intent[] => readYamlList(text, intent, new Problems('')).map(({ value }) => value);

/** Intents as a file of `intents/`: one form for one value, byte for byte, so that an unchanged export shows no difference. */
export const intentsText = (intents: readonly Intent[]): string => intents.map(intentText).join('\n');

function intentText(intent: Intent): string {
  const lines = [`- id: ${intent.id}`];
  const field = (name: string, value: string | undefined) => value !== undefined && lines.push(`  ${name}: ${value}`);
  const list = (name: string, items: readonly string[]) => {
    if (items.length > 0) lines.push(`  ${name}:`, ...items.map((item) => `    - ${item}`));
  };
  field('article', intent.article && quoted(intent.article));
  field('action', intent.action);
  field('outcome', intent.outcome);
  field('facet', intent.facet);
  list('reply', (intent.reply ?? []).map(quoted));
  list('replyEn', (intent.replyEn ?? []).map(quoted));
  list('main', (intent.main ?? []).map(quoted));
  list('examples', intent.examples.map(quoted));
  list(
    'near-misses',
    intent.nearMisses.map(({ text, article }) =>
      article === undefined ? quoted(text) : `{ text: ${quoted(text)}, article: ${quoted(article)} }`,
    ),
  );
  list(
    'rules',
    intent.rules.map(({ all, none }) => `{ all: ${flow(all)}${none === undefined ? '' : `, none: ${flow(none)}`} }`),
  );
  return `${lines.join('\n')}\n`;
}
