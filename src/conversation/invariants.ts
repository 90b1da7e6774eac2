import { databaseClock, type Sql, type SqlValue } from '../platform/sql.js';

interface Invariant {
  name: string;
  /** What must hold, in words. */
  holds: string;
  /** Counts, as `n`, the rows that break it. */
  sql: (sql: Sql) => string;
  values: (when: When) => SqlValue[];
}
interface When {
  /** Only conversations with a line since then; the empty text is before all. */
  since: string;
  now: Date;
}
export interface Violations {
  name: string;
  holds: string;
  count: number;
}

const ago = ({ now }: When, seconds: number): string => new Date(now.getTime() - seconds * 1000).toISOString();
const DAY_S = 86_400;

/** Who held a conversation when a line was written: the last line before it that says so. At first it is the robot. */
const HELD_BY_ROBOT = `coalesce((SELECT s.body FROM event s WHERE s.conversation = m.conversation AND s.seq < m.seq
    AND s.kind IN ('status', 'assigned', 'released') ORDER BY s.seq DESC LIMIT 1), '{"status":"bot"')`;

/** What must be true of the data at any moment, one portable statement each. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'numbering',
    holds: 'the lines of a conversation are numbered 1 to last_seq without a gap',
    sql: () => `SELECT count(*) AS n FROM conversation c
      LEFT JOIN (SELECT conversation, max(seq) AS top, min(seq) AS low, count(*) AS lines FROM event
        WHERE conversation IN (SELECT id FROM conversation WHERE active_at >= ?) GROUP BY conversation) e ON e.conversation = c.id
      WHERE c.active_at >= ? AND (coalesce(e.top, 0) <> c.last_seq OR coalesce(e.lines, 0) <> c.last_seq OR e.low <> 1)`,
    values: ({ since }) => [since, since],
  },
  {
    name: 'duplicates',
    holds: 'no two lines of a conversation have one sender and one clientId',
    sql: () => `SELECT count(*) AS n FROM (SELECT 1 AS one FROM event
      WHERE conversation IN (SELECT id FROM conversation WHERE active_at >= ?)
      GROUP BY conversation, sender, client_id HAVING count(*) > 1) twice`,
    values: ({ since }) => [since],
  },
  {
    name: 'assignment',
    holds: 'assigned means an assignee and a lease, and no lease is expired for 30 s',
    sql: ({ dialect }) => `SELECT count(*) AS n FROM conversation
      WHERE (status = 'assigned') <> (assignee IS NOT NULL AND lease_until IS NOT NULL)
         OR (status = 'assigned' AND lease_until < ${databaseClock(dialect, -30)})`,
    values: () => [],
  },
  {
    name: 'answers',
    holds: 'every question that the robot held has its reply',
    sql: () => `SELECT count(*) AS n FROM event m JOIN conversation c ON c.id = m.conversation
      WHERE c.active_at >= ? AND m.kind = 'message' AND m.sender = 'citizen'
        AND NOT EXISTS (SELECT 1 FROM event r WHERE r.conversation = m.conversation AND r.in_reply_to = m.seq)
        AND (${HELD_BY_ROBOT} LIKE '{"status":"bot"%' OR ${HELD_BY_ROBOT} LIKE '{"to":"bot"%')`,
    values: ({ since }) => [since],
  },
  {
    name: 'inbox',
    holds: "the last entry of its service's log says of each waiting conversation that it waits, or who took it",
    sql: () => `SELECT count(*) AS n FROM conversation c WHERE c.status IN ('queued', 'assigned', 'callback')
      AND coalesce((SELECT i.kind FROM inbox i WHERE i.service = c.service AND i.conversation = c.id ORDER BY i.seq DESC LIMIT 1), '') <> c.status`,
    values: () => [],
  },
  {
    name: 'outbox',
    holds: 'no job is left undone for 60 s',
    sql: () => 'SELECT count(*) AS n FROM outbox WHERE done_at IS NULL AND not_before < ?',
    values: (when) => [ago(when, 60)],
  },
  {
    name: 'callbacks',
    holds: 'who is to be called back left a contact and their consent',
    sql: () => `SELECT count(*) AS n FROM conversation c LEFT JOIN callback b ON b.conversation = c.id
      WHERE (c.status = 'callback' AND b.conversation IS NULL)
         OR (b.conversation IS NOT NULL AND b.done_at IS NULL AND (b.contact IS NULL OR b.consent <> 1))`,
    values: () => [],
  },
  {
    name: 'retention',
    holds: 'nothing is kept a day past its date',
    sql: () => `SELECT (SELECT count(*) FROM conversation WHERE purge_at < ?) + (SELECT count(*) FROM callback WHERE purge_at < ?) AS n`,
    values: (when) => [ago(when, DAY_S), ago(when, DAY_S)],
  },
];

/** Counts what breaks each invariant, over all conversations or those with a line since an instant. */
export async function checkInvariants(sql: Sql, now: Date, since = ''): Promise<Violations[]> {
  const found: Violations[] = [];
  for (const { name, holds, sql: statement, values } of INVARIANTS) {
    const row = await sql.get<{ n: number | string }>(statement(sql), values({ since, now }));
    found.push({ name, holds, count: Number(row?.n ?? 0) });
  }
  return found;
}
