import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Accounts, AuditLog, firstBrokenLine, StaffSessions } from '../../../src/accounts/index.js';
import { LeaveCallback } from '../../../src/conversation/leave-callback.js';
import { checkInvariants } from '../../../src/conversation/index.js';
import { Purge, Rights } from '../../../src/privacy/index.js';
import { DeskHouse, type Citizen } from '../desk/desk-house.js';
import type { Ground } from '../conversation/event-log.suite.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const CANARY = 'ornithorynque';

/** What must hold of retention, erasure and access, on whatever database. */
export function purgeSuite(where: string, ground: Ground): void {
  let house: DeskHouse;
  let drop: () => Promise<void>;

  const rows = async (table: string) => Number((await house.database.read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))!.n);
  const purge = () => house.get(Purge).now({ despiteGuard: false });
  const gone = async (kind: string) => (await purge()).counts.find((row) => row.class === kind)?.purged;
  const leave = (citizen: Citizen) =>
    house.get(LeaveCallback).leave(citizen.session, { ...citizen.line, contact: { email: 'zoe@valclair.example' }, consent: true });
  const healthy = async () =>
    expect((await checkInvariants(house.database.read, house.clock.now())).filter(({ count }) => count > 0)).toEqual([]);

  beforeAll(async () => {
    const made = await ground();
    drop = made.drop;
    house = await DeskHouse.open(made.settings);
  });
  afterAll(async () => {
    await house?.close();
    await drop?.();
  });
  // An empty base at the present time; the audit log stays, since its chain must hold over all of this.
  beforeEach(async () => {
    house.clock.ahead = 0;
    await house.database.write.perform(async (tx) => {
      for (const table of ['conversation', 'session', 'inbox', 'inbox_head', 'purge_report']) await tx.run(`DELETE FROM ${table}`);
    });
  });

  describe(`the purge ${where}`, () => {
    it('removes a conversation with the robot after 30 days, one with a person after 90', async () => {
      const robot = await house.citizen();
      await robot.say(CANARY);
      const person = await house.queued();
      house.clock.ahead = 30 * DAY - HOUR;
      expect(await gone('conversation')).toBe(0);
      house.clock.ahead = 30 * DAY + HOUR;
      expect(await gone('conversation')).toBe(1);
      expect(await house.row(robot.id)).toBeUndefined();
      expect(await house.events(robot.id)).toEqual([]);
      house.clock.ahead = 90 * DAY - HOUR;
      expect(await gone('conversation')).toBe(0);
      house.clock.ahead = 90 * DAY + HOUR;
      expect(await gone('conversation')).toBe(1);
      expect(await house.row(person.id)).toBeUndefined();
      expect([await rows('event'), await rows('cursor'), await rows('outbox')]).toEqual([0, 0, 0]);
      await healthy();
    });

    it('removes sessions of agents that have ended, and no other', async () => {
      const password = 'une phrase de passe pour les tests';
      await house.get(Accounts).add({ email: 'nadia@valclair.example', name: 'Nadia', roles: ['agent'], services: [] }, 'cli', password);
      const signedIn = await house.get(StaffSessions).signIn({ email: 'nadia@valclair.example', password }, undefined, '127.0.0.1');
      if (!signedIn.ok) throw new Error(signedIn.code);
      const session = () => house.database.read.get('SELECT id FROM staff_session WHERE account = ?', [signedIn.actor.id]);
      expect(await gone('staff-session')).toBe(0);
      expect(await session()).toBeDefined();
      house.clock.ahead = 13 * HOUR;
      expect(await gone('staff-session')).toBeGreaterThanOrEqual(1);
      expect(await session()).toBeUndefined();
    });

    it('counts from the last line, not from the first', async () => {
      const citizen = await house.citizen();
      house.clock.ahead = 20 * DAY;
      await citizen.say('encore moi');
      house.clock.ahead = 31 * DAY;
      expect(await gone('conversation')).toBe(0);
    });

    it('takes a forgotten conversation out of the agents’ lists before it goes', async () => {
      const waiting = await house.queued(undefined, CANARY);
      house.clock.ahead = 91 * DAY;
      expect(await gone('conversation')).toBe(1);
      const entries = await house.database.read.all<{ kind: string; summary: string | null }>(
        'SELECT kind, summary FROM inbox WHERE conversation = ? ORDER BY seq',
        [waiting.id],
      );
      expect(entries).toEqual([
        { kind: 'queued', summary: null },
        { kind: 'closed', summary: null },
      ]);
    });

    it('removes a contact 30 days after the call, and the conversation later', async () => {
      const citizen = await house.queued();
      await leave(citizen);
      const done = house.clock.now();
      await house.database.write.perform((tx) =>
        tx.run('UPDATE callback SET done_at = ?, purge_at = ?', [done.toISOString(), new Date(done.getTime() + 30 * DAY).toISOString()]),
      );
      house.clock.ahead = 29 * DAY;
      expect(await gone('callback')).toBe(0);
      house.clock.ahead = 31 * DAY;
      expect(await gone('callback')).toBe(1);
      expect(await house.row(citizen.id)).toBeDefined();
    });

    it('ends sessions that nobody used for a day, and leaves those of open conversations', async () => {
      const old = await house.citizen();
      house.clock.ahead = 20 * HOUR;
      const waiting = await house.queued();
      house.clock.ahead = 25 * HOUR;
      expect(await gone('session')).toBe(1);
      expect((await house.row(old.id)).session).toBeNull();
      expect((await house.row(waiting.id)).session).toBe(waiting.session.id);
    });

    it('is stopped when an unusual share of the base is due, until somebody insists', async () => {
      await Promise.all(Array.from({ length: 505 }, () => house.citizen()));
      house.clock.ahead = 400 * DAY;
      const held = await purge();
      expect(held.stopped).toBe(true);
      expect(await rows('conversation')).toBe(505);
      const forced = await house.get(Purge).now({ despiteGuard: true });
      expect(forced.counts).toContainEqual({ room: 'conversation', class: 'conversation', due: 505, all: 505, purged: 505 });
      expect(await rows('conversation')).toBe(0);
    });

    it('runs once an hour over all nodes and leaves a report and an audit line', async () => {
      const citizen = await house.citizen();
      house.clock.ahead = 31 * DAY;
      const both = await Promise.all([house.get(Purge).hourly(), house.get(Purge).hourly()]);
      expect(both.filter((report) => report !== undefined)).toHaveLength(1);
      expect(await house.row(citizen.id)).toBeUndefined();
      expect(await house.get(Purge).hourly()).toBeUndefined();
      house.clock.ahead += HOUR;
      expect(await house.get(Purge).hourly()).toBeDefined();
      expect(await house.get(Purge).reports(10)).toHaveLength(2);
      const purged = (await house.get(AuditLog).page(undefined, 10)).filter(({ action }) => action === 'purged');
      expect(purged[0]).toMatchObject({ actor: 'system', reason: expect.stringContaining('conversation 1') });
    });
  });

  describe(`the rights of a person ${where}`, () => {
    it('show all that is kept, the contact in clear, and leave an audit line', async () => {
      const citizen = await house.queued(undefined, CANARY);
      await leave(citizen);
      const kept = (await house.get(Rights).access(citizen.id, 'cli')) as unknown as {
        conversation: { events: unknown[]; callback: object };
      };
      expect(JSON.stringify(kept.conversation.events)).toContain(CANARY);
      expect(kept.conversation.callback).toMatchObject({ contact: { email: 'zoe@valclair.example' } });
      expect(await house.get(AuditLog).page(undefined, 1)).toMatchObject([
        { actor: 'cli', action: 'conversation-exported', object: citizen.id },
      ]);
    });

    it('erase every word, also of a conversation that an agent waits for, and keep the chain of the audit log', async () => {
      const citizen = await house.queued(undefined, CANARY);
      await leave(citizen);
      expect(await house.get(Rights).erase(citizen.id, 'cli')).toBe(true);
      const left = await house.get(Rights).access(citizen.id, 'cli');
      expect(JSON.stringify(left)).not.toMatch(/ornithorynque|zoe@/);
      expect((await house.events(citizen.id)).map(({ kind }) => kind).slice(-2)).toEqual(['erased', 'status']);
      expect((await house.row(citizen.id)).status).toBe('closed');
      expect(await firstBrokenLine(house.database.read)).toBeUndefined();
      await healthy();
    });

    it('know nothing of an id that nobody has', async () => {
      expect(await house.get(Rights).erase(randomUUID().slice(0, 22), 'cli')).toBe(false);
      expect(await house.get(Rights).access(randomUUID().slice(0, 22), 'cli')).toBeUndefined();
    });
  });
}

/** Files of a folder that hold a text. */
export const filesHolding = (folder: string, text: string): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
