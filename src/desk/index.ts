import { DeskSchema1700000000150 } from './schema.migration.js';

export { DeskModule } from './desk.module.js';
export { NoteData } from './note-data.js';
export const deskMigrations = [DeskSchema1700000000150];
