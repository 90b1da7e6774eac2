import type { Problem } from '../contract/index.js';

/** Where a value of the content was written: what makes a problem one click away. */
export interface Place {
  file: string;
  line: number;
}

/** Gathers the problems of one file. */
export class Problems {
  readonly list: Problem[] = [];
  constructor(
    private readonly file: string,
    private readonly article?: string,
  ) {}

  error(code: string, message: string, line?: number): void {
    this.list.push(this.problem('error', code, message, line));
  }
  warn(code: string, message: string, line?: number): void {
    this.list.push(this.problem('warning', code, message, line));
  }

  private problem(severity: Problem['severity'], code: string, message: string, line: number | undefined): Problem {
    return {
      severity,
      code,
      message,
      file: this.file,
      ...(line === undefined ? {} : { line }),
      ...(this.article === undefined ? {} : { article: this.article }),
    };
  }
}

/** `file:line severity message`, one problem a line, as editors and terminals link it. */
export const printProblem = (problem: Problem): string =>
  `${problem.file ?? '-'}:${problem.line ?? 1} ${problem.severity} ${problem.message} [${problem.code}]`;

/** Of so many warnings of one kind a terminal shows each. */
const SHOWN = 20;
/** Warnings of what is mostly meant, only counted: a word may well stand in two concepts of the lexicon. */
const COUNTED: ReadonlySet<string> = new Set(['duplicate-form']);

/** Problems as a terminal shows them: every error; of each kind of warning the first ones, and how many more there are unless `all`. */
export function problemLines(problems: readonly Problem[], all: boolean): string[] {
  const seen = new Map<string, number>();
  const shown = problems.filter(({ severity, code }) => {
    if (all || severity === 'error') return true;
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= most(code);
  });
  const left = [...seen].flatMap(([code, count]) =>
    count > most(code) ? [`${count - most(code)} more warnings [${code}]: --verbose`] : [],
  );
  return [...shown.map(printProblem), ...left];
}
const most = (code: string): number => (COUNTED.has(code) ? 0 : SHOWN);

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'error');
