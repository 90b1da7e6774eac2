import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config, readConfig } from '../../src/platform/config.js';
import { Database } from '../../src/platform/database.js';
import { createDatabase, removeFolder, sleep, temporaryFolder, type TestDatabase } from '../harness/index.js';

const WRITES = 50;

/** The shared connection of an ORM lets a stranger's write join a transaction and die with it; the write unit must not. */
describe.each(['SQLite', 'PostgreSQL'])('on %s', (kind) => {
  let folder: string;
  let own: TestDatabase | undefined;
  let database: Database;

  beforeAll(async () => {
    folder = temporaryFolder();
    own = kind === 'PostgreSQL' ? await createDatabase() : undefined;
    const config: Config = readConfig({
      GUICHET_DATA: join(folder, 'data'),
      ...(own === undefined ? {} : { GUICHET_DATABASE_URL: own.url }),
    });
    database = await Database.open(config, { entities: [], migrations: [] });
    await database.write.perform((tx) => tx.run('CREATE TABLE line (n integer PRIMARY KEY, text varchar(20))'));
  });
  afterAll(async () => {
    await database.close();
    await own?.drop();
    removeFolder(folder);
  });

  const numbers = async () => (await database.read.all<{ n: number }>('SELECT n FROM line ORDER BY n')).map(({ n }) => n);

  it(`keeps ${WRITES} writes made while a slow unit is open that then aborts`, async () => {
    const slow = database.write.perform(async (tx) => {
      await tx.run("INSERT INTO line VALUES (1000, 'avorté')");
      await sleep(300);
      throw new Error('on purpose');
    });
    await sleep(50);
    const kept = await Promise.all(
      Array.from({ length: WRITES }, (_, n) => database.write.perform((tx) => tx.run('INSERT INTO line VALUES (?, ?)', [n, 'gardé']))),
    );
    await expect(slow).rejects.toThrow('on purpose');
    expect(kept).toEqual(Array.from({ length: WRITES }, () => 1));
    expect(await numbers()).toEqual(Array.from({ length: WRITES }, (_, n) => n));
  });

  it('shows nobody a line before its commit', async () => {
    const seen: number[][] = [];
    const unit = database.write.perform(async (tx) => {
      await tx.run("INSERT INTO line VALUES (2000, 'bientôt')");
      await sleep(50);
      seen.push(await numbers());
    });
    await unit;
    expect(seen[0]).not.toContain(2000);
    expect(await numbers()).toContain(2000);
  });

  it('keeps 2,000 units of which each tenth aborts, and only those', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 2000 }, (_, n) =>
        database.write.perform(async (tx) => {
          await tx.run('INSERT INTO line VALUES (?, ?)', [10_000 + n, 'un sur dix']);
          if (n % 10 === 0) throw new Error('on purpose');
          return n;
        }),
      ),
    );
    const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [10_000 + outcome.value] : []));
    expect(kept).toHaveLength(1800);
    expect((await numbers()).filter((n) => n >= 10_000)).toEqual(kept);
  });

  it('ends a unit that takes too long, refuses its late statements and goes on', async () => {
    const late: unknown[] = [];
    const stuck = database.write.perform(async (tx) => {
      await tx.run("INSERT INTO line VALUES (3000, 'trop lent')");
      await sleep(5600);
      await tx.run("INSERT INTO line VALUES (3001, 'trop tard')").catch((error: unknown) => late.push(error));
    });
    await expect(stuck).rejects.toThrow(/more than 5000 ms/);
    await database.write.perform((tx) => tx.run("INSERT INTO line VALUES (3002, 'ensuite')"));
    await sleep(900);
    expect((await numbers()).filter((n) => n >= 3000 && n < 4000)).toEqual([3002]);
    expect(late).toHaveLength(1);
  }, 15_000);
});
