import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkInvariants, INVARIANTS } from '../../../src/conversation/index.js';
import type { Tx } from '../../../src/platform/sql.js';
import { DeskHouse } from '../desk/desk-house.js';
import type { Ground } from './event-log.suite.js';

/** Thrown to undo what a test broke. */
class Undone extends Error {}

/** Each invariant, broken by hand inside a unit that is rolled back, on whatever database. */
export function invariantsSuite(where: string, ground: Ground): void {
  let house: DeskHouse;
  let drop: () => Promise<void>;
  let bot: string;
  let queued: string;

  /** The invariants that are broken after these statements. */
  async function brokenBy(...statements: [sql: string, ...values: string[]][]): Promise<string[]> {
    let found: string[] = [];
    const work = async (tx: Tx) => {
      for (const [sql, ...values] of statements) await tx.run(sql, values);
      found = (await checkInvariants(tx, house.clock.now())).filter(({ count }) => count > 0).map(({ name }) => name);
      throw new Undone();
    };
    await expect(house.database.write.perform(work)).rejects.toThrow(Undone);
    return found;
  }
  const event = (conversation: string, seq: number, kind: string, sender: string, body: string): [string, ...string[]] => [
    `INSERT INTO event (conversation, seq, kind, sender, client_id, body, body_hash, created_at) VALUES (?, ${seq}, ?, ?, ?, ?, 'h', '2026-11-22T10:00:00.000Z')`,
    conversation,
    kind,
    sender,
    `x:${seq}`,
    body,
  ];

  describe(`the invariants ${where}`, () => {
    beforeAll(async () => {
      const made = await ground();
      drop = made.drop;
      house = await DeskHouse.open(made.settings);
      const [first, second] = [await house.citizen(), await house.queued()];
      await first.say('bonjour');
      bot = first.id;
      queued = second.id;
    });
    afterAll(async () => {
      await house?.close();
      await drop?.();
    });

    it('hold of what the service wrote', async () => {
      expect(await brokenBy()).toEqual([]);
      expect((await checkInvariants(house.database.read, house.clock.now())).map(({ name }) => name)).toEqual(
        INVARIANTS.map(({ name }) => name),
      );
    });

    it('notice a missing line and a number too many', async () => {
      expect(await brokenBy(['DELETE FROM event WHERE conversation = ? AND seq = 2', bot])).toContain('numbering');
      expect(await brokenBy(['UPDATE conversation SET last_seq = 99 WHERE id = ?', bot])).toEqual(['numbering']);
    });

    it('notice a lease that nobody swept', async () => {
      const assign = "UPDATE conversation SET status = 'assigned', assignee = 'a', lease_until = '2020-01-01T00:00:00.000Z' WHERE id = ?";
      expect(await brokenBy([assign, bot])).toContain('assignment');
    });

    it('notice a question that the robot left without an answer', async () => {
      const asked = event(bot, 4, 'message', 'citizen', '{"text":"et alors ?"}');
      expect(await brokenBy(asked, ['UPDATE conversation SET last_seq = 4 WHERE id = ?', bot])).toEqual(['answers']);
    });

    it('expect no answer of the robot while a person is waited for, or answers', async () => {
      const head = Number((await house.row(queued)).last_seq);
      const asked = event(queued, head + 1, 'message', 'citizen', '{"text":"vous êtes là ?"}');
      expect(await brokenBy(asked, [`UPDATE conversation SET last_seq = ${head + 1} WHERE id = ?`, queued])).toEqual([]);
    });

    it('notice somebody who waits and whom no agent can see', async () => {
      expect(await brokenBy(['DELETE FROM inbox WHERE conversation = ?', queued])).toEqual(['inbox']);
      expect(await brokenBy(["UPDATE inbox SET kind = 'closed' WHERE conversation = ?", queued])).toEqual(['inbox']);
    });

    it('notice a job that nobody does', async () => {
      const job =
        "INSERT INTO outbox (id, kind, conversation, seq, payload, not_before) VALUES ('1', 'mail', ?, 1, '{}', '2020-01-01T00:00:00.000Z')";
      expect(await brokenBy([job, bot])).toEqual(['outbox']);
    });

    it('notice a callback without a contact, or without consent', async () => {
      const left = (contact: string, consent: number) =>
        `INSERT INTO callback (conversation, contact, consent, left_at) VALUES (?, ${contact}, ${consent}, '2026-11-22T10:00:00.000Z')`;
      expect(await brokenBy([left('NULL', 1), bot])).toEqual(['callbacks']);
      expect(await brokenBy([left("'sealed'", 0), bot])).toEqual(['callbacks']);
      expect(await brokenBy([left("'sealed'", 1), bot])).toEqual([]);
    });

    it('notice what is kept a day too long', async () => {
      expect(await brokenBy(["UPDATE conversation SET purge_at = '2020-01-01T00:00:00.000Z' WHERE id = ?", bot])).toEqual(['retention']);
    });

    it('can look at the conversations of the last minutes alone', async () => {
      const later = new Date(house.clock.now().getTime() + 3_600_000).toISOString();
      const work = async (tx: Tx) => {
        await tx.run('UPDATE conversation SET last_seq = 99 WHERE id = ?', [bot]);
        expect((await checkInvariants(tx, house.clock.now(), later))[0]).toMatchObject({ name: 'numbering', count: 0 });
        throw new Undone();
      };
      await expect(house.database.write.perform(work)).rejects.toThrow(Undone);
    });
  });
}
