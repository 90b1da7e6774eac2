import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from './config.js';
import type { Dialect, Sql } from './sql.js';
import { SqliteSql } from './sql.sqlite.js';
import { PostgresSql, PostgresWriteUnit } from './write-unit.postgres.js';
import { SqliteWriteUnit } from './write-unit.sqlite.js';
import type { WriteUnit } from './write-unit.js';

/** The tables of all rooms; the rooms above list them, this floor only carries the list. */
export interface Schema {
  entities: DataSourceOptions['entities'];
  migrations: DataSourceOptions['migrations'];
}

/**
 * The one door to the data. `write` is the only way to write. `read` sees committed rows only: on SQLite it is a second
 * connection, since a read on the writing one would see a batch before its commit. `orm` is for repositories' reads.
 */
export class Database {
  private constructor(
    readonly dialect: Dialect,
    readonly write: WriteUnit,
    readonly read: Sql,
    readonly orm: DataSource,
    private readonly sources: DataSource[],
  ) {}

  /** Opens, migrates unless told otherwise, and checks that what is acknowledged will survive a power cut. */
  static async open(config: Config, schema: Schema, options: { migrate?: boolean; readonly?: boolean } = {}): Promise<Database> {
    return config.settings.databaseUrl === undefined
      ? Database.sqlite(config, schema, options)
      : Database.postgres(config.settings.databaseUrl, schema, options);
  }

  private static async sqlite(config: Config, schema: Schema, { migrate = true }: { migrate?: boolean }): Promise<Database> {
    mkdirSync(config.settings.data, { recursive: true, mode: 0o700 });
    const database = join(config.settings.data, 'guichet.sqlite');
    const common = { type: 'better-sqlite3', database, ...schema } as const;
    const writer = await new DataSource({ ...common, prepareDatabase: prepareWriter, timeout: 5000 }).initialize();
    if (migrate) await writer.runMigrations({ transaction: 'each' });
    const reader = await new DataSource({ ...common, migrations: [], readonly: true, timeout: 5000 }).initialize();
    const raw = rawConnection(writer);
    assertDurable(raw);
    return new Database('sqlite', new SqliteWriteUnit(raw), new SqliteSql(rawConnection(reader)), reader, [reader, writer]);
  }

  private static async postgres(url: string, schema: Schema, { migrate = true }: { migrate?: boolean }): Promise<Database> {
    const source = await new DataSource({ type: 'postgres', url, ...schema, poolSize: 10, applicationName: 'guichet' }).initialize();
    const pool = (source.driver as unknown as { master: Pool }).master;
    if (migrate) {
      const client = await pool.connect();
      try {
        // Nodes that start together migrate one after the other.
        await client.query('SELECT pg_advisory_lock(4717001)');
        await source.runMigrations({ transaction: 'each' });
      } finally {
        await client.query('SELECT pg_advisory_unlock(4717001)');
        client.release();
      }
    }
    const durable = (await pool.query('SHOW synchronous_commit')).rows[0] as { synchronous_commit: string };
    if (durable.synchronous_commit === 'off')
      throw new Error('PostgreSQL has synchronous_commit=off: an acknowledged message could vanish');
    return new Database('postgres', new PostgresWriteUnit(pool), new PostgresSql(pool), source, [source]);
  }

  /** Waits for the units under way, then closes. */
  async close(): Promise<void> {
    await this.write.drained();
    for (const source of this.sources) if (source.isInitialized) await source.destroy();
  }
}

const rawConnection = (source: DataSource) =>
  (source.driver as unknown as { databaseConnection: BetterSqlite3.Database }).databaseConnection;

function prepareWriter(connection: BetterSqlite3.Database): void {
  connection.pragma('journal_mode = WAL');
  // TypeORM's enableWAL would leave NORMAL, where a commit can vanish at power loss.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  connection.pragma('wal_autocheckpoint = 2000');
}

function assertDurable(connection: BetterSqlite3.Database): void {
  const facts = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };
  for (const [name, wanted] of Object.entries(facts)) {
    const value = connection.pragma(name, { simple: true });
    if (value !== wanted) throw new Error(`SQLite has ${name}=${String(value)}, ${wanted} is needed so that nothing acknowledged is lost`);
  }
}
