import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { PostgresSql, PostgresWriteUnit } from '../../../src/platform/write-unit.postgres.js';
import { createDatabase, type TestDatabase } from '../../harness/postgres.js';
import { writeUnitSuite, type Written } from '../../integration/platform/write-unit.suite.js';

/** A database that is dropped ends its connections, also one that the pool is just closing. */
function poolOf(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 10 });
  pool.on('error', () => {});
  return pool;
}

async function postgres(): Promise<Written> {
  const database = await createDatabase();
  const pool = poolOf(database.url);
  await pool.query('CREATE TABLE line (id integer PRIMARY KEY, value integer NOT NULL)');
  const close = async () => {
    await pool.end();
    await database.drop();
  };
  return { unit: new PostgresWriteUnit(pool), read: new PostgresSql(pool), close };
}

writeUnitSuite('on PostgreSQL', postgres);

describe('the write unit of PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await createDatabase();
    pool = poolOf(database.url);
    await pool.query('CREATE TABLE line (id integer PRIMARY KEY, value integer NOT NULL); INSERT INTO line VALUES (1, 0), (2, 0)');
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('runs a unit again when it met another in a deadlock', async () => {
    const unit = new PostgresWriteUnit(pool);
    const tries = { up: 0, down: 0 };
    const cross = (way: 'up' | 'down') =>
      unit.perform(async (tx) => {
        tries[way] += 1;
        const [first, second] = way === 'up' ? [1, 2] : [2, 1];
        await tx.run('UPDATE line SET value = value + 1 WHERE id = ?', [first]);
        await new Promise((both) => setTimeout(both, 100));
        await tx.run('UPDATE line SET value = value + 1 WHERE id = ?', [second]);
      });
    await Promise.all([cross('up'), cross('down')]);
    expect(tries.up + tries.down).toBeGreaterThan(2);
    expect((await pool.query('SELECT value FROM line ORDER BY id')).rows).toEqual([{ value: 2 }, { value: 2 }]);
  });
});
