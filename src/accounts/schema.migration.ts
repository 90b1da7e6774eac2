import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff accounts, their sessions, one-time links and the audit log. One SQL for both databases. */
export class AccountsSchema1700000000050 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`CREATE TABLE account (
      id varchar(36) PRIMARY KEY,
      email varchar(254) NOT NULL UNIQUE,
      name varchar(100) NOT NULL,
      password_hash varchar(200),
      roles text NOT NULL,
      services text NOT NULL,
      disabled smallint NOT NULL DEFAULT 0,
      created_at varchar(24) NOT NULL,
      seen_at varchar(24)
    )`);
    await queries.query(`CREATE TABLE staff_session (
      id varchar(43) PRIMARY KEY,
      account varchar(36) NOT NULL REFERENCES account (id),
      created_at varchar(24) NOT NULL,
      seen_at varchar(24) NOT NULL
    )`);
    await queries.query('CREATE INDEX staff_session_account ON staff_session (account)');
    await queries.query(`CREATE TABLE one_time_link (
      id varchar(43) PRIMARY KEY,
      purpose varchar(10) NOT NULL,
      account varchar(36) REFERENCES account (id),
      expires_at varchar(24) NOT NULL
    )`);
    await queries.query(`CREATE TABLE audit (
      n integer PRIMARY KEY,
      at varchar(24) NOT NULL,
      actor varchar(36) NOT NULL,
      action varchar(40) NOT NULL,
      object varchar(120),
      reason varchar(500),
      previous varchar(43) NOT NULL,
      hash varchar(43) NOT NULL
    )`);
  }

  async down(queries: QueryRunner): Promise<void> {
    for (const table of ['audit', 'one_time_link', 'staff_session', 'account']) await queries.query(`DROP TABLE ${table}`);
  }
}
