import { ArticleParser } from '../../../src/knowledge/article-parser.js';
import { AuditLog } from '../../../src/accounts/index.js';
import { contentOn, type OpenContent } from '../../../src/knowledge/content-on.js';
import { Editing } from '../../../src/knowledge/editing.js';
import { Editions } from '../../../src/knowledge/editions.js';
import { ArticleReviewer } from '../../../src/knowledge/review-article.js';
import { SnapshotBuilder } from '../../../src/knowledge/snapshot-builder.js';
import { SnapshotShelf } from '../../../src/knowledge/snapshot-shelf.js';
import { Surroundings } from '../../../src/knowledge/surroundings.js';
import { accountsEntities, accountsMigrations } from '../../../src/accounts/index.js';
import { knowledgeEntities, knowledgeMigrations } from '../../../src/knowledge/index.js';
import type { Clock } from '../../../src/platform/clock.js';
import { readConfig } from '../../../src/platform/config.js';
import { Database } from '../../../src/platform/database.js';
import { Log } from '../../../src/platform/logging.js';

/** Where the content lives: an empty SQLite folder or an empty PostgreSQL database. */
export type Environment = Record<string, string>;

/** The content of an installation of its own, and its editors' desk. */
export interface ContentGround extends OpenContent {
  database: Database;
  clock: SetClock;
  editing: Editing;
  editions: Editions;
  close(): Promise<void>;
}
/** Stands still until a test moves it. */
export class SetClock implements Clock {
  private at = Date.parse('2026-11-22T10:00:00.000Z');
  now(): Date {
    return new Date((this.at += 1));
  }
  pass(days: number): void {
    this.at += days * 86_400_000;
  }
}

const schema = { entities: [...accountsEntities, ...knowledgeEntities], migrations: [...accountsMigrations, ...knowledgeMigrations] };

export async function contentGround(environment: Environment): Promise<ContentGround> {
  const config = readConfig({ GUICHET_SEED: 'none', ...environment });
  const database = await Database.open(config, schema);
  const clock = new SetClock();
  const content = contentOn({ config, database, clock, log: Log.at('silent') });
  const reviewer = new ArticleReviewer(content.store, new Surroundings(content.store), new ArticleParser(), clock);
  return {
    ...content,
    database,
    clock,
    editing: new Editing(database, content.store, reviewer, new AuditLog(database, clock), clock),
    editions: new Editions(content.store, reviewer, new SnapshotBuilder(new SnapshotShelf(config)), clock),
    close: () => database.close(),
  };
}
