import { accountsEntities, accountsMigrations } from './accounts/index.js';
import { conversationMigrations } from './conversation/index.js';
import { deskMigrations } from './desk/index.js';
import { knowledgeEntities, knowledgeMigrations } from './knowledge/index.js';
import type { Schema } from './platform/database.js';
import { privacyMigrations } from './privacy/index.js';

/** The tables of the whole house: each room brings its own. */
export const schema: Schema = {
  entities: [...accountsEntities, ...knowledgeEntities],
  migrations: [...accountsMigrations, ...knowledgeMigrations, ...conversationMigrations, ...deskMigrations, ...privacyMigrations],
};
