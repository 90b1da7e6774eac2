/** What is wrong with a file that was brought, by file and line: nothing is imported. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(file: string, line: number | undefined, message: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  }
}

/** What may be brought. The official corpus has 5,000 files, 200 MB in all, none above 2 MB. */
export const FILE_LIMITS = {
  entries: 20_000,
  unpacked: 1024 ** 3,
  entry: 64 * 1024 ** 2,
  /** A small file may hold millions of empty elements; the largest official page has some 20,000. */
  elements: 500_000,
  depth: 200,
};
