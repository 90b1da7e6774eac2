import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Tx } from '../../../src/platform/sql.js';
import { SqliteSql } from '../../../src/platform/sql.sqlite.js';
import { SqliteWriteUnit } from '../../../src/platform/write-unit.sqlite.js';
import { UnitTooSlow, withDeadline } from '../../../src/platform/write-unit.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { writeUnitSuite } from './write-unit.suite.js';

function sqlite() {
  const folder = temporaryFolder();
  const path = join(folder, 'test.sqlite');
  const statements: string[] = [];
  const writer = new BetterSqlite3(path, { verbose: (sql) => statements.push(String(sql)) });
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE line (id integer PRIMARY KEY, value integer NOT NULL)');
  const reader = new BetterSqlite3(path, { readonly: true });
  const close = async () => {
    reader.close();
    writer.close();
    removeFolder(folder);
  };
  return { unit: new SqliteWriteUnit(writer), read: new SqliteSql(reader), statements, close };
}

writeUnitSuite('on SQLite', async () => sqlite());

describe('the write unit of SQLite', () => {
  it('shares one commit among the units that wait together', async () => {
    const { unit, statements, close } = sqlite();
    statements.length = 0;
    await Promise.all(Array.from({ length: 40 }, (_, id) => unit.perform((tx) => tx.run('INSERT INTO line VALUES (?, 0)', [id]))));
    expect(statements.filter((sql) => sql === 'COMMIT')).toHaveLength(1);
    expect(statements.filter((sql) => sql === 'SAVEPOINT unit')).toHaveLength(40);
    await close();
  });

  it('refuses a statement that comes after the end of its unit', async () => {
    const { unit, read, close } = sqlite();
    let kept: Tx | undefined;
    await unit.perform(async (tx) => {
      kept = tx;
    });
    const neighbour = unit.perform((tx) => tx.run('INSERT INTO line VALUES (1, 0)'));
    await expect(kept!.run('INSERT INTO line VALUES (2, 0)')).rejects.toThrow('after the end of its write unit');
    await neighbour;
    expect(await read.all('SELECT id FROM line')).toEqual([{ id: 1 }]);
    await close();
  });

  it('gives up on a unit that takes longer than it may', async () => {
    await expect(withDeadline(new Promise(() => {}), 20)).rejects.toThrow(UnitTooSlow);
    await expect(withDeadline(Promise.resolve('in time'), 20)).resolves.toBe('in time');
  });
});
