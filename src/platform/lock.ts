import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** Another process holds the data folder. */
export class DataFolderBusy extends Error {
  constructor(folder: string) {
    super(`another guichet process (serve, migrate or restore) is using ${folder}`);
  }
}

/**
 * Holds a data folder for one writer process. The lock is SQLite's own exclusive lock on a small file: the kernel frees it
 * when the process ends, however it ends, so a kill leaves nothing to clean up (a pid file would).
 */
export function lockDataFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new BetterSqlite3(join(folder, 'guichet.lock'), { timeout: 0 });
  try {
    file.pragma('journal_mode = DELETE');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw new DataFolderBusy(folder);
    throw error;
  }
  return { release: () => file.close() };
}
