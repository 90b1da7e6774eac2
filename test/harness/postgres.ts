import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The server of the tests; it must be there: a missing one fails, it never skips. */
const SERVER = process.env['GUICHET_TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own, empty. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `guichet_test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: SERVER, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`these tests need PostgreSQL at ${SERVER} (set GUICHET_TEST_POSTGRES_URL)`, { cause: error });
  }
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
