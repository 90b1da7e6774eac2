/** A value that both databases take: times are ISO 8601 UTC texts, booleans are 0 or 1, documents are JSON texts. */
export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

export type Dialect = 'sqlite' | 'postgres';

/**
 * Reads and writes in one portable SQL: `?` for values, RETURNING and ON CONFLICT, which SQLite and PostgreSQL share.
 * Statements are constants of the code; values never enter the text.
 */
export interface Sql {
  readonly dialect: Dialect;
  /** Rows of a query. */
  all<T = Row>(sql: string, values?: readonly SqlValue[]): Promise<T[]>;
  /** First row of a query. */
  get<T = Row>(sql: string, values?: readonly SqlValue[]): Promise<T | undefined>;
}
/** What a write unit may do. */
export interface Tx extends Sql {
  /** Number of rows changed. */
  run(sql: string, values?: readonly SqlValue[]): Promise<number>;
}

const CLOCK: Record<Dialect, (seconds: number) => string> = {
  sqlite: (seconds) => `strftime('%Y-%m-%dT%H:%M:%fZ','now','${seconds >= 0 ? '+' : ''}${seconds} seconds')`,
  postgres: (seconds) => `to_char((clock_timestamp() + interval '${seconds} seconds') at time zone 'UTC','YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};
/** SQL expression of the database's own clock, shifted: it is the one that judges leases. */
export const databaseClock = (dialect: Dialect, shiftSeconds = 0): string => CLOCK[dialect](shiftSeconds);

const numbered = new Map<string, string>();
/** `?` to `$1`, `$2` …: our statements hold no question mark but placeholders. */
export function toPostgres(sql: string): string {
  let text = numbered.get(sql);
  if (text === undefined) {
    let n = 0;
    text = sql.replace(/\?/g, () => `$${++n}`);
    numbered.set(sql, text);
  }
  return text;
}

/** "?, ?, ?" for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
