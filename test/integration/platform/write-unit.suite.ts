import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Sql, Tx } from '../../../src/platform/sql.js';
import type { WriteUnit } from '../../../src/platform/write-unit.js';

export interface Written {
  unit: WriteUnit;
  /** Committed rows only. */
  read: Sql;
  close: () => Promise<void>;
}
const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** What must hold of the only way to write, on whatever database. The table is `line (id, value)`. */
export function writeUnitSuite(where: string, open: () => Promise<Written>): void {
  let written: Written;
  const perform = <T>(work: (tx: Tx) => Promise<T>) => written.unit.perform(work);
  const insert = (id: number, value = 0) => perform((tx) => tx.run('INSERT INTO line (id, value) VALUES (?, ?)', [id, value]));
  const ids = async () => (await written.read.all<{ id: number }>('SELECT id FROM line ORDER BY id')).map(({ id }) => Number(id));

  describe(`the write unit ${where}`, () => {
    beforeAll(async () => {
      written = await open();
    });
    afterAll(() => written.close());
    beforeEach(() => perform((tx) => tx.run('DELETE FROM line')));

    it('loses none of 50 writes beside a slow unit that aborts', async () => {
      const slow = perform(async (tx) => {
        await tx.run('INSERT INTO line (id, value) VALUES (?, ?)', [1000, 0]);
        await later(300);
        throw new Error('aborted');
      });
      const writes = Array.from({ length: 50 }, (_, id) => insert(id));
      await expect(slow).rejects.toThrow('aborted');
      await Promise.all(writes);
      expect(await ids()).toEqual(Array.from({ length: 50 }, (_, id) => id));
    });

    it('takes back what an aborted unit wrote, and nothing of its neighbours', async () => {
      const outcomes = await Promise.allSettled([
        insert(1),
        perform(async (tx) => {
          await tx.run('INSERT INTO line (id, value) VALUES (2, 0)');
          await tx.run('UPDATE line SET value = 9');
          throw new Error('no');
        }),
        insert(1),
        insert(3),
      ]);
      expect(outcomes.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(2);
      expect(await ids()).toEqual([1, 3]);
      expect(await written.read.get('SELECT count(*) AS n FROM line WHERE value = 9')).toMatchObject({ n: expect.anything() });
      expect(Number((await written.read.get<{ n: number }>('SELECT count(*) AS n FROM line WHERE value = 9'))!.n)).toBe(0);
    });

    it('says so only when the rows can be read by others', async () => {
      for (let id = 0; id < 20; id++) {
        await insert(id);
        expect(await ids()).toHaveLength(id + 1);
      }
    });

    it('counts right when many units read and write one row', async () => {
      await insert(1, 0);
      await Promise.all(
        Array.from({ length: 100 }, () =>
          perform(async (tx) => {
            const lock = tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
            const row = await tx.get<{ value: number }>(`SELECT value FROM line WHERE id = 1${lock}`);
            await tx.run('UPDATE line SET value = ? WHERE id = 1', [Number(row!.value) + 1]);
          }),
        ),
      );
      expect(await written.read.get('SELECT value FROM line WHERE id = 1')).toEqual({ value: 100 });
    });

    it('keeps exactly the units that succeeded, whatever their mix', async () => {
      const units = fc.array(
        fc.record({ rows: fc.integer({ min: 1, max: 3 }), aborts: fc.boolean(), turns: fc.integer({ min: 0, max: 3 }) }),
        {
          maxLength: 25,
        },
      );
      await fc.assert(
        fc.asyncProperty(units, async (mix) => {
          await perform((tx) => tx.run('DELETE FROM line'));
          const work = mix.map(({ rows, aborts, turns }, at) =>
            perform(async (tx) => {
              for (let row = 0; row < rows; row++) {
                await tx.run('INSERT INTO line (id, value) VALUES (?, ?)', [at * 10 + row, at]);
                for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              }
              if (aborts) throw new Error('aborted');
            }),
          );
          const settled = await Promise.allSettled(work);
          expect(settled.map(({ status }) => status)).toEqual(mix.map(({ aborts }) => (aborts ? 'rejected' : 'fulfilled')));
          expect(await ids()).toEqual(
            mix.flatMap(({ rows, aborts }, at) => (aborts ? [] : Array.from({ length: rows }, (_, row) => at * 10 + row))),
          );
        }),
        { numRuns: 25 },
      );
    });

    it('has nothing under way once it is drained', async () => {
      let done = 0;
      for (let id = 0; id < 30; id++) void insert(id).then(() => (done += 1));
      await written.unit.drained();
      await later(0);
      expect(done).toBe(30);
    });
  });
}
