/** What is wrong with a corpus, by file and line: nothing of it is imported. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  constructor(file: string, line: number | undefined, message: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
}

/** What a corpus may weigh. The official one has 5,000 files, 200 MB in all, none above 2 MB. */
export const CORPUS_LIMITS = {
  entries: 20_000,
  unpacked: 1024 ** 3,
  entry: 64 * 1024 ** 2,
  /** A small file may hold millions of empty elements; the largest official page has some 20,000. */
  elements: 500_000,
  depth: 200,
};
