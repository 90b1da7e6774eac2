import type { Sql } from '../platform/sql.js';

/** What the citizen last wrote, already masked; undefined when nothing was written. */
export async function lastQuestion(sql: Sql, conversationId: string): Promise<string | undefined> {
  const row = await sql.get<{ body: string }>(
    "SELECT body FROM event WHERE conversation = ? AND kind = 'message' AND sender = 'citizen' ORDER BY seq DESC LIMIT 1",
    [conversationId],
  );
  return row === undefined ? undefined : (JSON.parse(row.body) as { text: string }).text;
}
