import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Namespace } from 'socket.io';
import { Announcer } from '../../../src/conversation/announcer.js';
import { Heartbeat } from '../../../src/conversation/heartbeat.js';
import { Idle } from '../../../src/conversation/idle.js';
import { WatchInvariants } from '../../../src/conversation/watch-invariants.js';
import { Log } from '../../../src/platform/logging.js';
import { Metrics } from '../../../src/platform/metrics.js';
import { Repeating } from '../../../src/platform/repeating.js';
import { DeskHouse } from '../desk/desk-house.js';

const MINUTE = 60_000;
type Told = { room: string; name: string; message: Record<string, unknown> };

/** A namespace with nobody behind it: which rooms are open, and what was told to them. */
function rooms(told: Told[], ...open: string[]): Namespace {
  const to = (room: string) => {
    const emit = (name: string, message: Record<string, unknown>) => told.push({ room, name, message });
    return { emit, volatile: { emit } };
  };
  return {
    to,
    local: { to },
    adapter: { rooms: new Map(open.map((room) => [room, new Set()])) },
    sockets: new Map(),
  } as unknown as Namespace;
}

describe('what goes on in the background', () => {
  let house: DeskHouse;
  beforeAll(async () => {
    house = await DeskHouse.open();
  });
  afterAll(() => house.close());

  it('closes what the robot holds after half an hour of silence, and says so', async () => {
    const silent = await house.citizen();
    await silent.say('bonjour');
    house.clock.ahead += 29 * MINUTE;
    const lively = await house.citizen();
    expect(await house.get(Idle).closeSilent()).toBe(0);
    house.clock.ahead += 2 * MINUTE;
    expect(await house.get(Idle).closeSilent()).toBe(1);
    expect((await house.events(silent.id)).slice(-2)).toMatchObject([
      { kind: 'notice', id: 'idle', sender: { type: 'system' } },
      { kind: 'status', status: 'closed' },
    ]);
    expect((await house.row(lively.id)).status).toBe('bot');
  });

  it('counts silence anew from « Continuer » on, which leaves no line', async () => {
    const reader = await house.citizen();
    await reader.say('bonjour');
    const lines = (await house.events(reader.id)).length;
    house.clock.ahead += 25 * MINUTE;
    expect(await house.get(Idle).keep(reader.session, reader.id)).toEqual({ ok: true });
    house.clock.ahead += 25 * MINUTE;
    await house.get(Idle).closeSilent();
    expect((await house.row(reader.id)).status).toBe('bot');
    expect(await house.events(reader.id)).toHaveLength(lines);
    house.clock.ahead += 6 * MINUTE;
    await house.get(Idle).closeSilent();
    expect((await house.row(reader.id)).status).toBe('closed');
    expect(await house.get(Idle).keep(reader.session, reader.id)).toEqual({ ok: false, code: 'conversation.closed' });
    expect((await house.row(reader.id)).status).toBe('closed');
  });

  it('never closes whoever waits for a person', async () => {
    const waiting = await house.queued();
    house.clock.ahead += 24 * 60 * MINUTE;
    await house.get(Idle).closeSilent();
    expect((await house.row(waiting.id)).status).toBe('queued');
  });

  it('closes thousands in pages', async () => {
    await Promise.all(Array.from({ length: 230 }, () => house.citizen()));
    house.clock.ahead += 31 * MINUTE;
    expect(await house.get(Idle).closeSilent()).toBe(230);
  });

  it('tells open rooms their newest number, and waiting citizens their place', async () => {
    const [first, second] = [await house.queued('etat-civil'), await house.queued('etat-civil')];
    const told: Told[] = [];
    house
      .get(Announcer)
      .attach({ citizens: rooms(told, `c:${first.id}`, `c:${second.id}`, 'c:unknown'), staff: rooms([], 'i:etat-civil') });
    await house.get(Heartbeat).beat();
    const head = (await house.row(second.id)).last_seq;
    expect(told).toContainEqual({ room: `c:${second.id}`, name: 'head', message: { conversationId: second.id, seq: head } });
    expect(told.filter(({ name }) => name === 'place').map(({ message }) => [message['conversationId'], message['place']])).toEqual(
      expect.arrayContaining([
        [first.id, 1],
        [second.id, 2],
      ]),
    );
    expect(told.some(({ message }) => message['conversationId'] === 'unknown')).toBe(false);
  });

  it('tells consoles the newest number of their inbox', async () => {
    const told: Told[] = [];
    house.get(Announcer).attach({ citizens: rooms([]), staff: rooms(told, 'i:etat-civil') });
    await house.get(Heartbeat).beat();
    expect(told).toEqual([{ room: 'i:etat-civil', name: 'head', message: { service: 'etat-civil', seq: 2 } }]);
  });

  it('tells between two beats only the rooms whose log grew', async () => {
    const citizen = await house.citizen();
    const told: Told[] = [];
    house.get(Announcer).attach({ citizens: rooms(told, `c:${citizen.id}`), staff: rooms([]) });
    await house.get(Heartbeat).beat();
    told.length = 0;
    await house.get(Heartbeat).poll();
    expect(told).toEqual([]);
    await citizen.say('bonjour');
    told.length = 0;
    await house.get(Heartbeat).poll();
    expect(told).toMatchObject([{ name: 'head', message: { seq: 3 } }]);
  });

  it('tells what was said as the log will read it, and nobody where nobody looks', async () => {
    const citizen = await house.citizen();
    const [screens, consoles]: [Told[], Told[]] = [[], []];
    house.get(Announcer).attach({ citizens: rooms(screens, `c:${citizen.id}`), staff: rooms(consoles, 'c:unknown') });
    await citizen.say('Combien coûte un passeport ?');
    const told = screens.filter(({ name }) => name === 'event').map(({ message }) => JSON.parse(JSON.stringify(message)) as unknown);
    expect(told).toHaveLength(2);
    expect(told).toEqual((await house.events(citizen.id)).slice(-2));
    expect(consoles).toEqual([]);
  });

  it('puts broken invariants into the metric', async () => {
    const citizen = await house.citizen();
    await house.get(WatchInvariants).look();
    const metric = async () => await house.get(Metrics).registry.getSingleMetricAsString('guichet_invariant_violations');
    expect(await metric()).toContain('{invariant="numbering"} 0');
    await house.database.write.perform((tx) => tx.run('UPDATE conversation SET last_seq = 9 WHERE id = ?', [citizen.id]));
    await house.get(WatchInvariants).look();
    expect(await metric()).toContain('{invariant="numbering"} 1');
    await house.database.write.perform((tx) => tx.run('UPDATE conversation SET last_seq = 1 WHERE id = ?', [citizen.id]));
  });
});

describe('a repeating job', () => {
  const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

  it('runs one at a time, goes on behind a failure, and is over once it was stopped', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const job = new Repeating(
      'test',
      5,
      async () => {
        runs += 1;
        most = Math.max(most, ++running);
        await later(20);
        running -= 1;
        if (runs === 1) throw new Error('once');
      },
      Log.at('silent'),
    );
    job.start();
    await later(120);
    await job.stop();
    expect(running).toBe(0);
    expect(most).toBe(1);
    expect(runs).toBeGreaterThan(1);
    const before = runs;
    await later(30);
    expect(runs).toBe(before);
  });
});
