import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each purge removed: the proof that nothing is kept for longer than was said. One SQL for both databases. */
export class PrivacySchema1700000000200 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`CREATE TABLE purge_report (
      id varchar(24) PRIMARY KEY,
      at varchar(24) NOT NULL,
      stopped smallint NOT NULL DEFAULT 0,
      counts text NOT NULL
    )`);
  }

  async down(queries: QueryRunner): Promise<void> {
    await queries.query('DROP TABLE purge_report');
  }
}
