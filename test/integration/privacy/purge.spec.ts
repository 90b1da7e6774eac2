import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { Purge, Rights } from '../../../src/privacy/index.js';
import { DeskHouse } from '../desk/desk-house.js';
import { filesHolding, purgeSuite } from './purge.suite.js';

purgeSuite('on SQLite', async () => ({ settings: {}, drop: async () => {} }));

describe('the files of the database', () => {
  const folderOf = async (house: DeskHouse) =>
    join((await house.database.read.get<{ file: string }>('SELECT file FROM pragma_database_list'))!.file, '..');

  it('hold no byte of a purged conversation', async () => {
    const house = await DeskHouse.open();
    const folder = await folderOf(house);
    const citizen = await house.queued(undefined, 'ornithorynque');
    expect(filesHolding(folder, 'ornithorynque')).not.toEqual([]);
    house.clock.ahead = 91 * 86_400_000;
    await house.get(Purge).now({ despiteGuard: false });
    expect(await house.row(citizen.id)).toBeUndefined();
    expect(filesHolding(folder, 'ornithorynque')).toEqual([]);
    await house.close();
  });

  it('hold no byte of an erased conversation, while the service runs', async () => {
    const house = await DeskHouse.open();
    const folder = await folderOf(house);
    const citizen = await house.queued(undefined, 'ornithorynque');
    await house.get(Rights).erase(citizen.id, 'cli');
    expect(filesHolding(folder, 'ornithorynque')).toEqual([]);
    expect(await citizen.say('encore')).toMatchObject({ ok: false, code: 'conversation.closed' });
    await house.close();
  });
});
