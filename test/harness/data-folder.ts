import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/** A folder of its own for one service or one test. Removed by `removeFolder`, at the latest when the test process ends. */
export function temporaryFolder(): string {
  if (made.size === 0) process.once('exit', () => [...made].forEach(removeFolder));
  const folder = mkdtempSync(join(tmpdir(), 'guichet-test-'));
  made.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  made.delete(folder);
}
