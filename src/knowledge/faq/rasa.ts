import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { FileError } from '../file-error.js';
import type { FaqEntry } from './entry.js';
import { textAt } from './read-faq.js';

const nlu = z.array(z.looseObject({ intent: z.string().optional(), examples: z.union([z.string(), z.array(z.unknown())]).optional() }));
const responses = z.record(z.string(), z.array(z.looseObject({ text: z.string().optional() })));
const rules = z.array(
  z.looseObject({ steps: z.array(z.looseObject({ intent: z.string().optional(), action: z.string().optional() })).default([]) }),
);
const rasaFile = z.looseObject({ nlu: nlu.optional(), responses: responses.optional(), rules: rules.optional() });

export interface RasaQuestions {
  entries: FaqEntry[];
  /** Intents that nothing answers: small talk, forms, what code does. */
  unanswered: string[];
}
/** Where a project keeps what its intents are answered with, seen from the folder of the wordings. */
const BESIDE = ['domain.yml', 'responses.yml', 'rules.yml', '../domain.yml'];

/** The intents of Rasa NLU files that a text answers: a retrieval intent (`faq/ask_name`), one that a rule answers, or one named as its response. */
export function readRasa(path: string): RasaQuestions {
  const folder = dirname(path);
  const files = [path, ...BESIDE.map((name) => join(folder, name)).filter((other) => existsSync(other) && other !== path)].map(readFile);
  const answers = new Map(files.flatMap(({ content }) => Object.entries(content.responses ?? {})));
  const actions = new Map(files.flatMap(({ content }) => (content.rules ?? []).flatMap(({ steps }) => answeredBy(steps))));
  const entries: FaqEntry[] = [];
  const unanswered: string[] = [];
  for (const { file, content, lineOf } of files) {
    content.nlu?.forEach(({ intent, examples }, at) => {
      if (intent === undefined) return;
      const answer = textOf(answers.get(`utter_${intent}`) ?? answers.get(actions.get(intent) ?? ''));
      const [question, ...others] = examplesOf(examples);
      if (answer === undefined || question === undefined) unanswered.push(intent);
      else
        entries.push({
          id: intent,
          question,
          answer,
          keywords: [],
          theme: undefined,
          url: undefined,
          examples: others,
          place: { file, line: lineOf(['nlu', at]) },
        });
    });
  }
  return { entries, unanswered };
}

function readFile(path: string) {
  const file = basename(path);
  const lines = new LineCounter();
  const document = parseDocument(textAt(path), { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw new FileError(file, lines.linePos(error.pos[0]).line, error.message);
  const lineOf = (at: readonly PropertyKey[]): number => {
    const node = document.getIn(at, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? lines.linePos(node.range[0]).line : 1;
  };
  const parsed = rasaFile.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const { path: field, message } = parsed.error.issues[0]!;
    throw new FileError(file, lineOf(field), `${field.map(String).join('.')}: ${message}`);
  }
  return { file, content: parsed.data, lineOf };
}

function answeredBy(steps: readonly { intent?: string | undefined; action?: string | undefined }[]): [string, string][] {
  const [first, second] = steps;
  return steps.length === 2 && first?.intent !== undefined && second?.action !== undefined ? [[first.intent, second.action]] : [];
}

const textOf = (variants: readonly { text?: string | undefined }[] | undefined): string | undefined =>
  variants?.find(({ text }) => text !== undefined && text.trim() !== '')?.text;

/** « - je cherche [Paris](city) », one a line; the marks of entities go, their words stay. */
function examplesOf(examples: string | unknown[] | undefined): string[] {
  const lines = typeof examples === 'string' ? examples.split('\n') : (examples ?? []).map((each) => textOfExample(each));
  return lines
    .map((line) =>
      line
        .replace(/^\s*-\s*/, '')
        .replace(/\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})/g, '$1')
        .trim(),
    )
    .filter((line) => line !== '');
}
const textOfExample = (each: unknown): string =>
  typeof each === 'string' ? each : String((each as { text?: unknown } | null)?.text ?? '');
