import type { Pool, PoolClient } from 'pg';
import { type SqlValue, toPostgres, type Sql, type Tx } from './sql.js';
import { UnitTooSlow, withDeadline, WriteUnit } from './write-unit.js';

/** Serialization failure and deadlock: the unit is run again. */
const RETRIED = new Set(['40001', '40P01']);
const TRIES = 3;

/** PostgreSQL: READ COMMITTED on a connection of the pool; the conversation's row lock orders the writers. */
export class PostgresWriteUnit extends WriteUnit {
  private readonly pending = new Set<Promise<unknown>>();

  constructor(private readonly pool: Pool) {
    super();
  }

  perform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const running = this.attempt(work, 1);
    this.pending.add(running);
    const forget = () => this.pending.delete(running);
    running.then(forget, forget);
    return running;
  }

  async drained(): Promise<void> {
    await Promise.allSettled(this.pending);
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, tries: number): Promise<T> {
    const client = await this.pool.connect();
    const tx = new PostgresTx(client);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const value = await withDeadline(work(tx));
      tx.over = true;
      await client.query('COMMIT');
      return value;
    } catch (error) {
      tx.over = true;
      // A statement may still be waiting for a lock: a ROLLBACK would wait behind it, so the connection goes.
      broken = error instanceof UnitTooSlow ? error : await rolledBack(client);
      if (!RETRIED.has((error as { code?: string }).code ?? '') || tries >= TRIES) throw error;
    } finally {
      client.release(broken);
    }
    return this.attempt(work, tries + 1);
  }
}

/** The error of a connection that cannot be used again. */
async function rolledBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Refuses statements once its unit is over: they would run on a connection that belongs to somebody else by then. */
class PostgresTx implements Tx {
  readonly dialect = 'postgres';
  over = false;
  constructor(private readonly client: PoolClient) {}

  async run(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    this.alive();
    return (await this.client.query(toPostgres(sql), [...values])).rowCount ?? 0;
  }
  async all<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    this.alive();
    return (await this.client.query(toPostgres(sql), [...values])).rows as T[];
  }
  async get<T>(sql: string, values: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, values))[0];
  }
  private alive(): void {
    if (this.over) throw new Error('statement after the end of its write unit');
  }
}

/** Reads outside a unit: committed rows only. */
export class PostgresSql implements Sql {
  readonly dialect = 'postgres';
  constructor(private readonly pool: Pool) {}

  async all<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.pool.query(toPostgres(sql), [...values])).rows as T[];
  }
  async get<T>(sql: string, values: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, values))[0];
  }
}
