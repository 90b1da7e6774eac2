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

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'error');
