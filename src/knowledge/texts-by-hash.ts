import { createHash } from 'node:crypto';
import { marks, type Sql, type Tx } from '../platform/sql.js';

/** Names a text by what it holds. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Texts about to be stored, once each. */
export class NewTexts {
  private readonly texts = new Map<string, string>();

  add(text: string): string {
    const hash = hashOf(text);
    this.texts.set(hash, text);
    return hash;
  }
  get(hash: string): string | undefined {
    return this.texts.get(hash);
  }
  async store(tx: Tx): Promise<void> {
    for (const some of together([...this.texts]))
      await tx.run(
        `INSERT INTO content_text (hash, text) VALUES ${some.map(() => '(?, ?)').join(', ')} ON CONFLICT (hash) DO NOTHING`,
        some.flat(),
      );
  }
}

/** Databases limit the values of one statement. */
const AT_ONCE = 500;
const ROWS_AT_ONCE = 100;

/** Rows by the hundred: one statement for each would take a corpus of thousands past the time that a unit may take. */
export function together<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) parts.push(rows.slice(from, from + ROWS_AT_ONCE));
  return parts;
}

export async function textsByHash(sql: Sql, hashes: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(hashes)];
  const texts = new Map<string, string>();
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const rows = await sql.all<{ hash: string; text: string }>(`SELECT hash, text FROM content_text WHERE hash IN (${marks(some)})`, some);
    for (const { hash, text } of rows) texts.set(hash, text);
  }
  return texts;
}
