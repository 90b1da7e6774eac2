import type { Problem } from '../contract/index.js';
import type { Content } from '../matching/index.js';
import { checkContent, type CheckOptions } from './check-content.js';
import type { ContentFile } from './content-file.js';
import { fitContent } from './fit-content.js';
import { contentOf, readContent, type Readings } from './read-content.js';

export interface Examination {
  /** Fitted: only what leads to an article that is there. */
  content: Content;
  problems: Problem[];
}

/** Reads files, checks them when told how, and gives the content that a snapshot is built from. Seconds of work: see `snapshot.worker.ts`. */
export function examine(files: readonly ContentFile[], options?: CheckOptions, readings?: Readings): Examination {
  const read = readContent(files, readings);
  return { problems: options === undefined ? read.problems : checkContent(read, options), content: fitContent(contentOf(read)) };
}
