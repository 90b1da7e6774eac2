import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ArticleStatus } from '../contract/index.js';

/** An article as it stands today: its newest version, and which version citizens read. */
@Entity('article')
export class StoredArticle {
  @PrimaryColumn('varchar', { length: 121 })
  id!: string;
  /** Its file in an export; its wordings stand in `intentsPath`. */
  @Column('varchar', { length: 300 })
  path!: string;
  @Column('varchar', { name: 'intents_path', length: 300 })
  intentsPath!: string;
  @Column('varchar', { length: 500 })
  title!: string;
  @Column('varchar', { length: 100 })
  theme!: string;
  @Column('varchar', { name: 'review_by', length: 10, nullable: true })
  reviewBy!: string | null;
  @Column('varchar', { length: 10 })
  status!: ArticleStatus;
  @Column('integer')
  version!: number;
  @Column('integer', { name: 'live_version', nullable: true })
  liveVersion!: number | null;
  /** Hashes of the newest texts: Markdown with front matter, its status line neutral; intents as YAML. */
  @Column('varchar', { length: 43 })
  markdown!: string;
  @Column('varchar', { length: 43 })
  intents!: string;
  @Column('integer')
  wordings!: number;
  /** Hashes of the texts that the last import brought: what differs from them was edited here. */
  @Column('varchar', { name: 'imported_markdown', length: 43, nullable: true })
  importedMarkdown!: string | null;
  @Column('varchar', { name: 'imported_intents', length: 43, nullable: true })
  importedIntents!: string | null;
  /** Whether the last import brought it as archived. */
  @Column('smallint', { name: 'imported_archived' })
  importedArchived!: number;
  @Column('varchar', { name: 'updated_at', length: 24 })
  updatedAt!: string;
  @Column('varchar', { name: 'updated_by', length: 100 })
  updatedBy!: string;
}

/** One save of an article. Never changed but for its status, never deleted. */
@Entity('article_version')
export class StoredVersion {
  @PrimaryColumn('varchar', { length: 121 })
  article!: string;
  @PrimaryColumn('integer')
  version!: number;
  @Column('varchar', { length: 24 })
  at!: string;
  @Column('varchar', { length: 100 })
  author!: string;
  @Column('varchar', { length: 500 })
  note!: string;
  @Column('varchar', { length: 10 })
  status!: ArticleStatus;
  @Column('varchar', { length: 43 })
  markdown!: string;
  @Column('varchar', { length: 43 })
  intents!: string;
}

/** A text, once, by its hash. */
@Entity('content_text')
export class StoredText {
  @PrimaryColumn('varchar', { length: 43 })
  hash!: string;
  @Column('text')
  text!: string;
}

/** A content file that is not an article: facts, themes, lexicon, cues, intents that are always there, labelled questions. */
@Entity('content_file')
export class StoredFile {
  @PrimaryColumn('varchar', { length: 300 })
  path!: string;
  /** The whole file, as it was imported. */
  @Column('varchar', { length: 43 })
  hash!: string;
  /** What a snapshot reads of it; null for nothing. Differs from `hash` for intents, which live beside their articles. */
  @Column('varchar', { length: 43, nullable: true })
  used!: string | null;
  @Column('varchar', { name: 'updated_at', length: 24 })
  updatedAt!: string;
  @Column('varchar', { name: 'updated_by', length: 100 })
  updatedBy!: string;
}

/** A published version of everything: its manifest names the texts, so it can be rebuilt as it was. */
@Entity('snapshot')
export class StoredSnapshot {
  @PrimaryColumn('varchar', { length: 64 })
  id!: string;
  @Column('varchar', { length: 24 })
  at!: string;
  @Column('varchar', { length: 100 })
  author!: string;
  @Column('varchar', { length: 500 })
  note!: string;
  /** JSON of a Manifest. */
  @Column('text')
  manifest!: string;
  @Column('integer')
  articles!: number;
  /** JSON of what the gate says of itself. */
  @Column('text')
  gate!: string;
  @Column('smallint')
  current!: number;
}

export const knowledgeEntities = [StoredArticle, StoredVersion, StoredText, StoredFile, StoredSnapshot];
