import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE session (
      id varchar(43) PRIMARY KEY,
      site varchar(63) NOT NULL,
      created_at varchar(24) NOT NULL,
      seen_at varchar(24) NOT NULL
    )`,
  `CREATE TABLE conversation (
      id varchar(22) PRIMARY KEY,
      site varchar(63) NOT NULL,
      session varchar(43),
      service varchar(63),
      status varchar(10) NOT NULL CHECK (status IN ('bot', 'queued', 'assigned', 'callback', 'closed')),
      last_seq integer NOT NULL,
      assignee varchar(36),
      epoch integer NOT NULL DEFAULT 0,
      lease_until varchar(24),
      queued_at varchar(24),
      snapshot varchar(64),
      memory text NOT NULL,
      lang varchar(2) NOT NULL,
      page varchar(500),
      human smallint NOT NULL DEFAULT 0,
      resolution varchar(20),
      created_at varchar(24) NOT NULL,
      active_at varchar(24) NOT NULL,
      closed_at varchar(24),
      purge_at varchar(24) NOT NULL,
      CHECK ((status = 'assigned') = (assignee IS NOT NULL AND lease_until IS NOT NULL))
    )`,
  `CREATE INDEX conversation_waiting ON conversation (status, service, queued_at)`,
  `CREATE INDEX conversation_session ON conversation (session)`,
  `CREATE INDEX conversation_purge ON conversation (purge_at)`,
  `CREATE INDEX conversation_created ON conversation (created_at)`,
  `CREATE TABLE event (
      conversation varchar(22) NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
      seq integer NOT NULL,
      kind varchar(12) NOT NULL,
      sender varchar(48) NOT NULL,
      name varchar(100),
      client_id varchar(48) NOT NULL,
      body text NOT NULL,
      body_hash varchar(43) NOT NULL,
      in_reply_to integer,
      snapshot varchar(64),
      created_at varchar(24) NOT NULL,
      PRIMARY KEY (conversation, seq),
      UNIQUE (conversation, sender, client_id)
    )`,
  `CREATE TABLE inbox_head (service varchar(63) PRIMARY KEY, last_seq integer NOT NULL)`,
  `CREATE TABLE inbox (
      service varchar(63) NOT NULL,
      seq integer NOT NULL,
      conversation varchar(22) NOT NULL,
      kind varchar(10) NOT NULL,
      queued_at varchar(24),
      summary varchar(200),
      created_at varchar(24) NOT NULL,
      PRIMARY KEY (service, seq)
    )`,
  `CREATE INDEX inbox_conversation ON inbox (conversation)`,
  `CREATE TABLE outbox (
      id varchar(36) PRIMARY KEY,
      kind varchar(30) NOT NULL,
      conversation varchar(22) NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
      seq integer NOT NULL,
      payload text NOT NULL,
      not_before varchar(24) NOT NULL,
      lease_until varchar(24),
      attempts integer NOT NULL DEFAULT 0,
      done_at varchar(24),
      UNIQUE (kind, conversation, seq)
    )`,
  `CREATE INDEX outbox_due ON outbox (done_at, not_before)`,
  `CREATE TABLE cursor (
      conversation varchar(22) NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
      participant varchar(48) NOT NULL,
      delivered integer NOT NULL,
      read integer NOT NULL,
      PRIMARY KEY (conversation, participant)
    )`,
  `CREATE TABLE callback (
      conversation varchar(22) PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
      contact text,
      consent smallint NOT NULL,
      left_at varchar(24) NOT NULL,
      done_at varchar(24),
      purge_at varchar(24)
    )`,
  `CREATE TABLE site_switch (
      site varchar(63) PRIMARY KEY,
      bot_off smallint NOT NULL DEFAULT 0,
      widget_off smallint NOT NULL DEFAULT 0,
      reason varchar(500) NOT NULL DEFAULT '',
      banner text,
      changed_at varchar(24) NOT NULL,
      changed_by varchar(100) NOT NULL
    )`,
];

/**
 * The log of conversations, the log of each service's inbox, and what hangs on them. One SQL for SQLite and PostgreSQL: times
 * are ISO 8601 UTC texts, booleans 0 or 1, documents JSON texts.
 */
export class ConversationSchema1700000000100 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queries.query(statement);
  }

  async down(queries: QueryRunner): Promise<void> {
    for (const table of ['site_switch', 'callback', 'cursor', 'outbox', 'inbox', 'inbox_head', 'event', 'conversation', 'session'])
      await queries.query(`DROP TABLE ${table}`);
  }
}

/** What an answer depended on besides the words and the snapshot, so that it can be rebuilt as it was given. */
export class AnswerCircumstances1700000000250 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    await queries.query('ALTER TABLE event ADD COLUMN circumstances text');
  }

  async down(queries: QueryRunner): Promise<void> {
    await queries.query('ALTER TABLE event DROP COLUMN circumstances');
  }
}

export const conversationMigrations = [ConversationSchema1700000000100, AnswerCircumstances1700000000250];
