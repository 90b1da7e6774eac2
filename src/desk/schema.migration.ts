import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of the staff is there, internal notes, canned replies. One SQL for both databases. */
export class DeskSchema1700000000150 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`CREATE TABLE presence (
      account varchar(36) NOT NULL REFERENCES account (id),
      node varchar(36) NOT NULL,
      state varchar(10) NOT NULL CHECK (state IN ('available', 'busy', 'away')),
      here smallint NOT NULL,
      beat_at varchar(24) NOT NULL,
      PRIMARY KEY (account, node)
    )`);
    await queries.query('CREATE INDEX presence_node ON presence (node)');
    await queries.query('CREATE INDEX conversation_assignee ON conversation (assignee)');
    await queries.query(`CREATE TABLE note (
      id varchar(36) PRIMARY KEY,
      conversation varchar(22) NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
      account varchar(36) NOT NULL,
      author varchar(100) NOT NULL,
      text text NOT NULL,
      created_at varchar(24) NOT NULL
    )`);
    await queries.query('CREATE INDEX note_conversation ON note (conversation)');
    await queries.query(`CREATE TABLE canned_reply (
      id varchar(36) PRIMARY KEY,
      shortcut varchar(40) NOT NULL,
      title varchar(100) NOT NULL,
      text text NOT NULL,
      service varchar(63) NOT NULL DEFAULT '',
      UNIQUE (service, shortcut)
    )`);
  }

  async down(queries: QueryRunner): Promise<void> {
    await queries.query('DROP INDEX conversation_assignee');
    for (const table of ['canned_reply', 'note', 'presence']) await queries.query(`DROP TABLE ${table}`);
  }
}
