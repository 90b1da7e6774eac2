import type { z } from 'zod';
import type { Problems } from './problems.js';

/** JSON Lines: a line that does not fit is reported and left out. */
export function readJsonLines<S extends z.ZodType>(text: string, schema: S, problems: Problems): { value: z.output<S>; line: number }[] {
  const read: { value: z.output<S>; line: number }[] = [];
  text.split('\n').forEach((raw, at) => {
    const line = at + 1;
    if (raw.trim() === '') return;
    let json: unknown;
    try {
      json = JSON.parse(raw);
    } catch {
      problems.error('json', "cette ligne n'est pas du JSON", line);
      return;
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) read.push({ value: parsed.data, line });
    else for (const issue of parsed.error.issues) problems.error('field', `« ${issue.path.join('.')} » : ${issue.message}`, line);
  });
  return read;
}

/** Where a JSON text breaks off: Node tells the position in most messages; an end that is missing is at the end. */
export function lineOfJsonError(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? (/end of JSON/i.test(message) ? text : '') : text.slice(0, Number(position));
  return before.split('\n').length;
}
