import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles and their versions, the other content files, texts by hash, snapshots. One SQL for both databases. */
export class KnowledgeSchema1700000000075 implements MigrationInterface {
  async up(queries: QueryRunner): Promise<void> {
    await queries.query(`CREATE TABLE content_text (
      hash varchar(43) PRIMARY KEY,
      text text NOT NULL
    )`);
    await queries.query(`CREATE TABLE article (
      id varchar(121) PRIMARY KEY,
      path varchar(300) NOT NULL UNIQUE,
      intents_path varchar(300) NOT NULL,
      title varchar(500) NOT NULL,
      theme varchar(100) NOT NULL,
      review_by varchar(10),
      status varchar(10) NOT NULL CHECK (status IN ('draft', 'in-review', 'published', 'archived')),
      version integer NOT NULL,
      live_version integer,
      markdown varchar(43) NOT NULL REFERENCES content_text (hash),
      intents varchar(43) NOT NULL REFERENCES content_text (hash),
      wordings integer NOT NULL,
      imported_markdown varchar(43),
      imported_intents varchar(43),
      imported_archived smallint NOT NULL DEFAULT 0,
      updated_at varchar(24) NOT NULL,
      updated_by varchar(100) NOT NULL
    )`);
    await queries.query(`CREATE TABLE article_version (
      article varchar(121) NOT NULL REFERENCES article (id),
      version integer NOT NULL,
      at varchar(24) NOT NULL,
      author varchar(100) NOT NULL,
      note varchar(500) NOT NULL,
      status varchar(10) NOT NULL CHECK (status IN ('draft', 'in-review', 'published', 'archived')),
      markdown varchar(43) NOT NULL REFERENCES content_text (hash),
      intents varchar(43) NOT NULL REFERENCES content_text (hash),
      PRIMARY KEY (article, version)
    )`);
    await queries.query(`CREATE TABLE content_file (
      path varchar(300) PRIMARY KEY,
      hash varchar(43) NOT NULL REFERENCES content_text (hash),
      used varchar(43) REFERENCES content_text (hash),
      updated_at varchar(24) NOT NULL,
      updated_by varchar(100) NOT NULL
    )`);
    await queries.query(`CREATE TABLE snapshot (
      id varchar(64) PRIMARY KEY,
      at varchar(24) NOT NULL,
      author varchar(100) NOT NULL,
      note varchar(500) NOT NULL,
      manifest text NOT NULL,
      articles integer NOT NULL,
      gate text NOT NULL,
      current smallint NOT NULL DEFAULT 0
    )`);
    await queries.query('CREATE UNIQUE INDEX snapshot_current ON snapshot (current) WHERE current = 1');
  }

  async down(queries: QueryRunner): Promise<void> {
    for (const table of ['snapshot', 'content_file', 'article_version', 'article', 'content_text'])
      await queries.query(`DROP TABLE ${table}`);
  }
}

export const knowledgeMigrations = [KnowledgeSchema1700000000075];
