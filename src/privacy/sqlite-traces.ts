import BetterSqlite3 from 'better-sqlite3';
import type { Database } from '../platform/database.js';

const TRIES = 20;
const PAUSE_MS = 50;
/** Free pages given back in one go. */
const PAGES = 2000;

/**
 * What was deleted must leave the files too. `secure_delete` overwrites it in the database with zeros; older pages are still in
 * the write-ahead log, until that is copied over and cut to nothing. A connection of its own does it, since the writing one
 * may stand inside a transaction, and it never waits inside SQLite: the writer is in this same thread and would wait for it.
 *
 * True when the log was cut; false when somebody was reading or writing at every try. PostgreSQL's VACUUM does this by itself.
 */
export async function cutTraces({ dialect, read }: Database): Promise<boolean> {
  if (dialect !== 'sqlite') return true;
  const main = await read.get<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'");
  const connection = new BetterSqlite3(main!.file, { timeout: 0, fileMustExist: true });
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      if (cut(connection)) return true;
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
    return false;
  } finally {
    connection.close();
  }
}

function cut(connection: BetterSqlite3.Database): boolean {
  try {
    connection.pragma(`incremental_vacuum(${PAGES})`);
    const [outcome] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return outcome?.busy === 0;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
