import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors and their recovery codes. One SQL for both databases. */
export class SecondFactorSchema1700000000250 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`CREATE TABLE second_factor (
      account varchar(36) PRIMARY KEY REFERENCES account (id),
      secret varchar(200) NOT NULL,
      active smallint NOT NULL,
      last_step integer NOT NULL
    )`);
    await queries.query(`CREATE TABLE recovery_code (
      id varchar(43) PRIMARY KEY,
      account varchar(36) NOT NULL REFERENCES account (id)
    )`);
    await queries.query('CREATE INDEX recovery_code_account ON recovery_code (account)');
  }

  async down(queries: QueryRunner): Promise<void> {
    for (const table of ['recovery_code', 'second_factor']) await queries.query(`DROP TABLE ${table}`);
  }
}
