import type { Problem } from '../contract/index.js';
import { checkArticles } from './check-articles.js';
import { checkLikeness } from './check-likeness.js';
import { checkReferences } from './check-references.js';
import { checkVocabulary } from './check-vocabulary.js';
import { checkWordings } from './check-wordings.js';
import type { Place } from './problems.js';
import type { ReadContent } from './read-content.js';
import { checkWords } from './words-review/check-words.js';
import type { Review } from './words-review/review.js';

export interface CheckOptions {
  /** ISO date of the day: decides what is due for review. */
  today: string;
  /** Ids of articles that exist without being in this content: kept as drafts or archived. */
  alsoKnown?: ReadonlySet<string>;
  /** Ids of articles that citizens can be led to without being in this content: what one article alone is checked against. */
  alsoHere?: ReadonlySet<string>;
  /** Services of the installation; given, an owner outside of them is reported. */
  services?: ReadonlySet<string>;
  /** A look over what is said, which takes seconds: given, what it found is reported as well. */
  words?: Review;
}

/** Reports one problem at a place; `article` ties it to an article in the console. */
export type Report = (severity: Problem['severity'], code: string, message: string, where: { place: Place; article?: string }) => void;

/** What is wrong in a content, by file and line: what reading it found, and what only shows when all of it is seen together. */
export function checkContent(read: ReadContent, options: CheckOptions): Problem[] {
  const problems = [...read.problems];
  const report: Report = (severity, code, message, { place, article }) =>
    problems.push({ severity, code, message, file: place.file, line: place.line, ...(article === undefined ? {} : { article }) });
  checkArticles(read, options, report);
  checkReferences(read, options, report);
  checkWordings(read, report);
  checkLikeness(read, report);
  checkVocabulary(read, report);
  if (options.words !== undefined) checkWords(options.words, report);
  return problems.sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
  const [x, y] = [a.file ?? '', b.file ?? ''];
  return x < y ? -1 : x > y ? 1 : (a.line ?? 0) - (b.line ?? 0);
}
