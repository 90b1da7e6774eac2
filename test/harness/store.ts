import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import type { Service } from './service.js';

/** A line as it is stored. */
export interface StoredLine {
  seq: number;
  kind: string;
  sender: string;
  client_id: string;
  body: string;
}

/** The rows behind a service, read past it: what screens are compared with. */
export async function query<T>(service: Service, sql: string, values: (string | number)[] = []): Promise<T[]> {
  if (service.databaseUrl === undefined) {
    const file = new BetterSqlite3(join(service.settings['GUICHET_DATA']!, 'guichet.sqlite'), { readonly: true, timeout: 5000 });
    try {
      return file.prepare(sql).all(...values) as T[];
    } finally {
      file.close();
    }
  }
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  try {
    let n = 0;
    return (
      await client.query(
        sql.replace(/\?/g, () => `$${++n}`),
        values,
      )
    ).rows as T[];
  } finally {
    await client.end();
  }
}

export const storedLines = (service: Service, conversationId: string): Promise<StoredLine[]> =>
  query(service, 'SELECT seq, kind, sender, client_id, body FROM event WHERE conversation = ? ORDER BY seq', [conversationId]);

/** Changes rows behind the back of a running service on SQLite, as time passing would: a lease that ran out. */
export function change(service: Service, sql: string, values: (string | number)[] = []): void {
  const file = new BetterSqlite3(join(service.settings['GUICHET_DATA']!, 'guichet.sqlite'), { timeout: 5000 });
  try {
    file.prepare(sql).run(...values);
  } finally {
    file.close();
  }
}
