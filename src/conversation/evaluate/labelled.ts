import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const expected = z.array(z.string()).min(1);
const question = z.object({ id: z.string(), q: z.string(), expected, style: z.string().default('all') });
const outOfScope = z.object({ id: z.string(), q: z.string(), kind: z.string(), behaviour: z.string().optional() });
const section = z.object({ id: z.string(), q: z.string(), expected, answer_contains: z.array(z.string()) });
const dialogue = z.object({ id: z.string(), turns: z.array(z.object({ q: z.string(), expected })).min(1) });

export type Question = z.output<typeof question>;
export type OutOfScope = z.output<typeof outOfScope>;
export type SectionQuestion = z.output<typeof section>;
export type LabelledDialogue = z.output<typeof dialogue>;
/** A folder of labelled questions. A file that is not there holds none. */
export interface Labelled {
  questions: Question[];
  outOfScope: OutOfScope[];
  sections: SectionQuestion[];
  dialogues: LabelledDialogue[];
}

export function readLabelled(folder: string): Labelled {
  const labelled = {
    questions: lines(join(folder, 'questions.jsonl'), question),
    outOfScope: lines(join(folder, 'oos.jsonl'), outOfScope),
    sections: lines(join(folder, 'sections.jsonl'), section),
    dialogues: lines(join(folder, 'dialogues.jsonl'), dialogue),
  };
  if (Object.values(labelled).every(({ length }) => length === 0)) throw new Error(`evaluate: no labelled questions in ${folder}`);
  return labelled;
}

function lines<S extends z.ZodType>(path: string, schema: S): z.output<S>[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`evaluate: ${path}:${at + 1}: ${parsed.error.issues[0]!.message}`);
      return [parsed.data];
    });
}
