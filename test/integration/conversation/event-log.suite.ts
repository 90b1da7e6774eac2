import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { AskHuman } from '../../../src/conversation/ask-human.js';
import { CloseConversation } from '../../../src/conversation/close-conversation.js';
import { checkInvariants, EventLog, ReadLog } from '../../../src/conversation/index.js';
import { TakeTurn } from '../../../src/conversation/take-turn.js';
import { DeskHouse, type Citizen } from '../desk/desk-house.js';

export type Ground = () => Promise<{ settings: Record<string, string>; drop: () => Promise<void> }>;

/** What must hold of a conversation's log, on whatever database. */
export function eventLogSuite(where: string, ground: Ground): void {
  let house: DeskHouse;
  let drop: () => Promise<void>;

  const stored = (citizen: Citizen) =>
    house.database.read.all<{ seq: number; sender: string; client_id: string; body: string }>(
      'SELECT seq, sender, client_id, body FROM event WHERE conversation = ? ORDER BY seq',
      [citizen.id],
    );
  const say = (citizen: Citizen, clientId: string, text: string) =>
    house.get(TakeTurn).say(citizen.session, { conversationId: citizen.id, clientId, text });

  describe(`the log of a conversation ${where}`, () => {
    beforeAll(async () => {
      const made = await ground();
      drop = made.drop;
      house = await DeskHouse.open(made.settings);
    });
    afterAll(async () => {
      await house?.close();
      await drop?.();
    });

    it('begins with the notice that this is a machine', async () => {
      const citizen = await house.citizen();
      expect(await house.events(citizen.id)).toMatchObject([{ seq: 1, kind: 'notice', id: 'machine' }]);
    });

    it('holds a question and its answer from one commit', async () => {
      const citizen = await house.citizen();
      const acked = await citizen.say('bonjour');
      expect(acked).toMatchObject({ ok: true, seq: 2 });
      expect((await stored(citizen)).map(({ sender, client_id }) => [sender, client_id])).toMatchObject([
        ['system', 's:1'],
        ['citizen', expect.any(String)],
        ['bot', 'r:2'],
      ]);
    });

    it('answers a retry with the first number and stores it once', async () => {
      const citizen = await house.citizen();
      const clientId = randomUUID();
      const acks = await Promise.all(Array.from({ length: 8 }, () => say(citizen, clientId, 'bonjour')));
      expect(acks.every((ack) => ack.ok && ack.seq === 2)).toBe(true);
      expect(acks.filter((ack) => ack.ok && ack.dup === undefined)).toHaveLength(1);
      expect(await stored(citizen)).toHaveLength(3);
    });

    it('refuses other words under a clientId that was used', async () => {
      const citizen = await house.citizen();
      const clientId = randomUUID();
      await say(citizen, clientId, 'bonjour');
      expect(await say(citizen, clientId, 'au revoir')).toEqual({ ok: false, code: 'id.reused' });
      expect(await stored(citizen)).toHaveLength(3);
    });

    it('is not found by another session', async () => {
      const [mine, theirs] = [await house.citizen(), await house.citizen()];
      const call = { conversationId: mine.id, clientId: randomUUID() };
      expect(await house.get(TakeTurn).say(theirs.session, { ...call, text: 'bonjour' })).toEqual({ ok: false, code: 'not-found' });
      expect(await house.get(AskHuman).ask(theirs.session, call)).toEqual({ ok: false, code: 'not-found' });
      expect(await house.get(CloseConversation).erase(theirs.session, call)).toEqual({ ok: false, code: 'not-found' });
      expect(await stored(mine)).toHaveLength(1);
    });

    it('takes nothing more once it is closed, but for what may come late', async () => {
      const citizen = await house.citizen();
      await citizen.say('bonjour');
      const closing = house.get(CloseConversation);
      expect(await closing.end(citizen.session, citizen.line)).toMatchObject({ ok: true });
      expect(await citizen.say('encore là ?')).toEqual({ ok: false, code: 'conversation.closed' });
      expect(await citizen.ask()).toEqual({ ok: false, code: 'conversation.closed' });
      expect(await closing.feedback(citizen.session, { ...citizen.line, seq: 3, useful: true })).toMatchObject({ ok: true, seq: 5 });
      expect(await closing.erase(citizen.session, citizen.line)).toMatchObject({ ok: true, seq: 6 });
    });

    it('keeps its numbers and loses its words when it is erased', async () => {
      const citizen = await house.queued(undefined, 'je m’appelle Zéphyrine');
      await house.get(CloseConversation).erase(citizen.session, citizen.line);
      const lines = await stored(citizen);
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
      expect(JSON.stringify(lines)).not.toContain('Zéphyrine');
      const rows = await house.database.read.all('SELECT summary FROM inbox WHERE conversation = ?', [citizen.id]);
      expect(JSON.stringify(rows)).not.toContain('Zéphyrine');
      expect((await house.row(citizen.id)).memory).toBe('{}');
    });

    it('is read in pages that miss nothing', async () => {
      const citizen = await house.citizen();
      for (let n = 0; n < 10; n++) await citizen.say(`bonjour ${n}`);
      const all = (await house.get(ReadLog).events(citizen.id, 0, 200)).events;
      for (const limit of [1, 3, 7]) {
        const read = [];
        for (let more = true; more;) {
          const page = await house.get(ReadLog).events(citizen.id, read.at(-1)?.seq ?? 0, limit);
          expect(page.head).toBe(all.length);
          read.push(...page.events);
          more = page.more;
        }
        expect(read).toEqual(all);
      }
    });

    it('gives back the numbers of what failed', async () => {
      const citizen = await house.citizen();
      const failing = house.get(EventLog).append({
        conversationId: citizen.id,
        speaker: { sender: 'system' },
        body: {},
        change: () => ({
          events: [{ sender: 'system', kind: 'notice', body: { id: 'x', text: 'x' } }],
          also: () => Promise.reject(new Error('the disk')),
        }),
      });
      const beside = citizen.say('bonjour');
      await expect(failing).rejects.toThrow('the disk');
      await beside;
      expect((await stored(citizen)).map(({ seq }) => Number(seq))).toEqual([1, 2, 3]);
    });

    it('is numbered without a gap or a double, whoever writes at once, whatever is sent twice', async () => {
      const act = fc.record({ id: fc.integer({ min: 0, max: 5 }), kind: fc.constantFrom('say', 'ask', 'cancel', 'feedback') });
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
          const citizen = await house.citizen();
          const clientIds = Array.from({ length: 6 }, () => randomUUID());
          const acks = await Promise.all(
            acts.map(({ id, kind }) => {
              const line = { conversationId: citizen.id, clientId: clientIds[id]! };
              if (kind === 'say') return say(citizen, line.clientId, `bonjour ${id}`);
              if (kind === 'ask') return house.get(AskHuman).ask(citizen.session, line);
              if (kind === 'cancel') return house.get(AskHuman).cancel(citizen.session, line);
              return house.get(CloseConversation).feedback(citizen.session, { ...line, seq: 1, useful: true });
            }),
          );
          const lines = await stored(citizen);
          expect(lines.map(({ seq }) => Number(seq))).toEqual(lines.map((_, at) => at + 1));
          const mine = lines.filter(({ sender }) => sender === 'citizen');
          const taken = new Set(acks.flatMap((ack, at) => (ack.ok ? [clientIds[acts[at]!.id]!] : [])));
          expect(new Set(mine.map(({ client_id }) => client_id))).toEqual(taken);
          expect(mine).toHaveLength(taken.size);
          expect((await house.row(citizen.id)).last_seq).toBe(lines.length);
        }),
        { numRuns: 15 },
      );
      expect((await checkInvariants(house.database.read, house.clock.now())).filter(({ count }) => count > 0)).toEqual([]);
    });
  });
}
