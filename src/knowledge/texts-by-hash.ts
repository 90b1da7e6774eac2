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
    for (const [hash, text] of this.texts)
      await tx.run('INSERT INTO content_text (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', [hash, text]);
  }
}

/** Databases limit the values of one statement. */
const AT_ONCE = 500;

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
