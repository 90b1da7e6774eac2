import type BetterSqlite3 from 'better-sqlite3';
import type { Sql, SqlValue } from './sql.js';

/** Statements kept prepared; ours are constants, so the number is that of the code's statements. */
export class SqliteSql implements Sql {
  readonly dialect = 'sqlite';
  private readonly prepared = new Map<string, BetterSqlite3.Statement>();

  constructor(private readonly connection: BetterSqlite3.Database) {}

  run(sql: string, values: readonly SqlValue[] = []): number {
    return this.statement(sql).run(...values).changes;
  }
  allNow<T>(sql: string, values: readonly SqlValue[] = []): T[] {
    return this.statement(sql).all(...values) as T[];
  }
  getNow<T>(sql: string, values: readonly SqlValue[] = []): T | undefined {
    return this.statement(sql).get(...values) as T | undefined;
  }
  async all<T>(sql: string, values?: readonly SqlValue[]): Promise<T[]> {
    return this.allNow<T>(sql, values);
  }
  async get<T>(sql: string, values?: readonly SqlValue[]): Promise<T | undefined> {
    return this.getNow<T>(sql, values);
  }

  private statement(sql: string): BetterSqlite3.Statement {
    let statement = this.prepared.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }
}
