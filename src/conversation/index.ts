import { ConversationSchema1700000000100 } from './schema.migration.js';

export * from './announcer.js';
export { conversationDataOn, registerConversationCommands } from './conversation.commands.js';
export { ConversationModule } from './conversation.module.js';
export { Cursors } from './cursors.js';
export * from './event-log.js';
export * from './hand-off.js';
export { checkInvariants, INVARIANTS, type Violations } from './invariants.js';
export { lastQuestion } from './last-question.js';
export { Queueing } from './queueing.js';
export { ReadLog } from './read-log.js';
export * from './rows.js';
export { Sites } from './sites.js';
export { TEXTS } from './texts.js';
export const conversationMigrations = [ConversationSchema1700000000100];
