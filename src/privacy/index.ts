import { PrivacySchema1700000000200 } from './schema.migration.js';

export { registerPrivacyCommands, type PrivacyGround, type WithPrivacyGround } from './privacy.commands.js';
export { PrivacyModule } from './privacy.module.js';
export { Purge, type PurgedRows, type PurgeReport } from './purge.js';
export { Rights } from './rights.js';
export { cutTraces } from './sqlite-traces.js';
export const privacyMigrations = [PrivacySchema1700000000200];
