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
