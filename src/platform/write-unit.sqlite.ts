import type BetterSqlite3 from 'better-sqlite3';
import type { SqlValue, Tx } from './sql.js';
import { SqliteSql } from './sql.sqlite.js';
import { withDeadline, WriteUnit } from './write-unit.js';

interface Waiting {
  work: (tx: Tx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** Units that share one commit at the most. */
const BATCH = 256;

/**
 * SQLite: one first-in-first-out queue over the one writing connection. The units that wait together run one after the
 * other, each in a savepoint, and share a commit, so that one fsync serves them all; none of them hears of its success
 * before that commit. An ORM transaction on the shared connection would let a stranger's write join it and die with it.
 */
export class SqliteWriteUnit extends WriteUnit {
  private readonly queue: Waiting[] = [];
  private running: Promise<void> | undefined;
  private readonly sql: SqliteSql;

  constructor(private readonly connection: BetterSqlite3.Database) {
    super();
    this.sql = new SqliteSql(connection);
  }

  perform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      // A turn of the event loop later, so that messages read from the sockets together share a commit.
      this.running ??= new Promise<void>((done) => setImmediate(done)).then(() => this.drain());
    });
  }

  async drained(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    try {
      while (this.queue.length > 0) await this.batch(this.queue.splice(0, BATCH));
    } finally {
      this.running = undefined;
    }
  }

  private async batch(units: Waiting[]): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      for (const unit of units) outcomes.push(await this.inSavepoint(unit.work));
      this.connection.exec('COMMIT');
    } catch (error) {
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
      for (const unit of units) unit.reject(error);
      return;
    }
    units.forEach((unit, at) => {
      const outcome = outcomes[at]!;
      if (outcome.ok) unit.resolve(outcome.value);
      else unit.reject(outcome.error);
    });
  }

  private async inSavepoint(work: Waiting['work']): Promise<Outcome> {
    const tx = new SavepointTx(this.sql);
    this.connection.exec('SAVEPOINT unit');
    try {
      const value = await withDeadline(work(tx));
      this.connection.exec('RELEASE unit');
      return { ok: true, value };
    } catch (error) {
      // A full disk may already have rolled the whole transaction back: then the batch fails as one.
      if (!this.connection.inTransaction) throw error;
      this.connection.exec('ROLLBACK TO unit');
      this.connection.exec('RELEASE unit');
      return { ok: false, error };
    } finally {
      tx.over = true;
    }
  }
}

/** Refuses statements once its unit is over, so that late work cannot write into somebody else's savepoint. */
class SavepointTx implements Tx {
  readonly dialect = 'sqlite';
  over = false;
  constructor(private readonly sql: SqliteSql) {}

  async run(sql: string, values?: readonly SqlValue[]): Promise<number> {
    this.alive();
    return this.sql.run(sql, values);
  }
  async all<T>(sql: string, values?: readonly SqlValue[]): Promise<T[]> {
    this.alive();
    return this.sql.allNow<T>(sql, values);
  }
  async get<T>(sql: string, values?: readonly SqlValue[]): Promise<T | undefined> {
    this.alive();
    return this.sql.getNow<T>(sql, values);
  }
  private alive(): void {
    if (this.over) throw new Error('statement after the end of its write unit');
  }
}
