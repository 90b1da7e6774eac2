import { SignInData } from './accounts/index.js';
import { conversationDataOn } from './conversation/index.js';
import { NoteData } from './desk/index.js';
import { Clock } from './platform/clock.js';
import { readConfig } from './platform/config.js';
import { Database } from './platform/database.js';
import { Log } from './platform/logging.js';
import { PersonalDataRooms, type PersonalData } from './platform/personal-data.js';
import type { Ground } from './platform/platform.module.js';
import { schema } from './schema.js';

/** Opens what a command works on (the configured database, migrated), does the work, closes it. */
export async function withinGround(work: (ground: Ground & { rooms: PersonalData[] }) => Promise<void>): Promise<void> {
  const config = readConfig();
  const database = await Database.open(config, schema);
  try {
    const ground: Ground = { config, database, log: Log.at('error'), clock: new Clock() };
    const none = new PersonalDataRooms();
    await work({ ...ground, rooms: [conversationDataOn(ground), new NoteData(database, none), new SignInData(database, none)] });
  } finally {
    await database.close();
  }
}
