import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Command } from 'commander';
import { readConfig, type Config } from './config.js';
import { Database, type Schema } from './database.js';
import { lockDataFolder } from './lock.js';

/** `migrate`, `backup <file>` and `restore <file>` of the embedded database; PostgreSQL has pg_dump and pg_restore. */
export function registerDataCommands(program: Command, schema: Schema): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .action(() =>
      locked(async (config) => {
        await (await Database.open(config, schema)).close();
        console.log('the database is up to date');
      }),
    );
  program
    .command('backup <file>')
    .description('copy the database while it is in use')
    .action(async (file: string) => {
      const source = new BetterSqlite3(sqliteFile(readConfig(), 'backup'), { readonly: true, fileMustExist: true });
      try {
        await source.backup(file);
      } finally {
        source.close();
      }
      console.log(`saved to ${file}`);
    });
  program
    .command('restore <file>')
    .description('put a backup in the place of the database; the service must be stopped')
    .action((file: string) =>
      locked(async (config) => {
        const target = sqliteFile(config, 'restore');
        intact(file);
        const incoming = `${target}.incoming`;
        copyFileSync(file, incoming);
        for (const rest of ['-wal', '-shm']) rmSync(target + rest, { force: true });
        renameSync(incoming, target);
        await (await Database.open(config, schema)).close();
        console.log(`restored from ${file}`);
      }),
    );
}

async function locked(work: (config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  const lock = config.settings.databaseUrl === undefined ? lockDataFolder(config.settings.data) : undefined;
  try {
    await work(config);
  } finally {
    lock?.release();
  }
}

function sqliteFile(config: Config, command: string): string {
  if (config.settings.databaseUrl !== undefined) throw new Error(`${command}: with PostgreSQL, use pg_dump and pg_restore`);
  return join(config.settings.data, 'guichet.sqlite');
}

/** A backup that cannot be read must not replace a database that can. */
function intact(file: string): void {
  if (!existsSync(file)) throw new Error(`restore: no file ${file}`);
  try {
    const backup = new BetterSqlite3(file, { readonly: true });
    const verdict = backup.pragma('integrity_check', { simple: true });
    backup.close();
    if (verdict === 'ok') return;
  } catch {
    // Not a database at all: the same answer.
  }
  throw new Error(`restore: ${file} is not a sound backup`);
}
