import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agent,
  agentScreen,
  citizen,
  citizenScreen,
  closeScreens,
  createDatabase,
  sleep,
  startService,
  TestRedis,
  UNHARMED,
  until,
  verdict,
  write,
  type Service,
  type TestDatabase,
} from '../harness/index.js';

let database: TestDatabase;
let redis: TestRedis;
beforeAll(async () => {
  database = await createDatabase();
  redis = await TestRedis.start();
}, 60_000);
afterEach(closeScreens);
afterAll(async () => {
  await redis?.stop();
  await database?.drop();
});

/** A citizen on node A, an agent on node B. */
async function across(nodes: Service[]) {
  const [a, b] = nodes as [Service, Service];
  const agnes = await agent(b.url, 'agnes@valclair.example');
  const marie = await citizen(a.url);
  await marie.say('Bonjour');
  await marie.ask();
  return { a, b, agnes, marie, id: marie.conversationId };
}
async function nodes(env: Record<string, string>): Promise<Service[]> {
  const first = await startService({ env: { GUICHET_DATABASE_URL: database.url, ...env } });
  await first.addStaff({ email: 'agnes@valclair.example', name: 'Agnès' }).catch((error: Error) => {
    if (!/exists already/.test(error.message)) throw error;
  });
  return [
    first,
    await startService({ env: { GUICHET_DATABASE_URL: database.url, GUICHET_SECRET: first.settings['GUICHET_SECRET'] ?? '', ...env } }),
  ];
}

const lag = async (what: string, holds: () => unknown, within: number) => {
  const started = performance.now();
  await until(what, holds, within, 5);
  return performance.now() - started;
};

describe('two nodes with Redis', () => {
  let pair: Service[];
  beforeAll(async () => {
    pair = await nodes({ GUICHET_REDIS_URL: redis.url });
  }, 120_000);
  afterAll(async () => {
    await Promise.all((pair ?? []).map((node) => node.close()));
  });

  it('carry a conversation between a citizen on one and an agent on the other, both ways, at once', async () => {
    const { agnes, marie, id } = await across(pair);
    await until('the queue on the other node', () => agnes.socket.inbox.find((entry) => entry.conversationId === id), 5000);
    expect(await agnes.claim(id)).toMatchObject({ ok: true });
    await marie.socket.event('who answers', ({ kind }) => kind === 'assigned');
    const lags = [];
    for (let i = 0; i < 20; i++) {
      await agnes.say(id, `Agent ${i}`);
      lags.push(
        await lag('to the citizen', () => marie.socket.events.some((event) => 'text' in event && event.text === `Agent ${i}`), 5000),
      );
      await marie.say(`Citoyen ${i}`);
      lags.push(
        await lag('to the agent', () => agnes.socket.events.some((event) => 'text' in event && event.text === `Citoyen ${i}`), 5000),
      );
    }
    lags.sort((a, b) => a - b);
    console.log(`two nodes over Redis: median ${lags[20]!.toFixed(1)} ms, slowest ${lags.at(-1)!.toFixed(1)} ms`);
    expect(lags[20]).toBeLessThan(500);
    await Promise.all([marie.close(), agnes.close()]);
  }, 60_000);

  it('let one agent win when both nodes hear a claim at once', async () => {
    const { a, agnes, marie, id } = await across(pair);
    const same = await agent(a.url, 'agnes@valclair.example');
    await pair[0]!.addStaff({ email: 'bruno@valclair.example', name: 'Bruno' });
    const bruno = await agent(a.url, 'bruno@valclair.example');
    const claims = await Promise.all([agnes.claim(id), bruno.claim(id)]);
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    expect(claims.find(({ ok }) => !ok)).toMatchObject({ code: 'already-taken', name: claims[0]!.ok ? 'Agnès' : 'Bruno' });
    await Promise.all([marie, agnes, bruno, same].map((one) => one.close()));
  }, 60_000);

  it('lose nothing and stay within 5 s while Redis is gone, and when it comes back empty', async () => {
    const { a, b, agnes, marie, id } = await across(pair);
    await agnes.claim(id);
    const screens = [citizenScreen(marie, { url: a.url, home: a.url }), agentScreen(agnes, id, { url: b.url, home: b.url })];
    const stops = screens.map((screen, i) => write(screen, `Ligne de ${i}`, 200));
    await sleep(1000);
    await redis.stop();
    await sleep(500);
    const during = marie.socket.events.length;
    expect(during).toBeGreaterThan(0);
    const said = 'Pendant la panne';
    expect(await agnes.say(id, said)).toMatchObject({ ok: true });
    const took = await lag('shown without Redis', () => screens[0]!.lines.some((event) => 'text' in event && event.text === said), 5000);
    await sleep(1500);
    await redis.start();
    await sleep(2000);
    for (const stop of stops) stop();
    console.log(`Redis stopped: shown on the other node after ${took.toFixed(0)} ms`);
    expect(await verdict(a, { conversationId: id, screens })).toMatchObject(UNHARMED);
    expect(pair.every(({ running }) => running)).toBe(true);
    await Promise.all([marie.close(), agnes.close()]);
  }, 60_000);

  it('keep the conversation when the citizen’s node is killed: the other node takes over', async () => {
    const { a, b, agnes, marie, id } = await across(pair);
    await agnes.claim(id);
    await marie.say('Avant');
    await marie.close();
    await a.kill();
    const started = performance.now();
    const back = await citizen(b.url, { token: marie.token, resume: id });
    expect(performance.now() - started).toBeLessThan(5000);
    expect((await back.log()).some((event) => 'text' in event && event.text === 'Avant')).toBe(true);
    expect(await back.say('Après')).toMatchObject({ ok: true });
    await agnes.socket.event('after', (event) => 'text' in event && event.text === 'Après');
    await a.start();
    await Promise.all([back.close(), agnes.close()]);
  }, 60_000);
});

describe('a node whose Redis is not there', () => {
  it('starts, serves and stops all the same', async () => {
    const away = await TestRedis.start();
    await away.stop();
    const node = await startService({ env: { GUICHET_DATABASE_URL: database.url, GUICHET_REDIS_URL: away.url } });
    try {
      const marie = await citizen(node.url);
      expect(await marie.say('Bonjour')).toMatchObject({ ok: true });
      await marie.socket.event('the answer', ({ kind }) => kind === 'answer');
      await marie.close();
      expect(await node.stop()).toBe(0);
    } finally {
      await node.close();
    }
  }, 60_000);
});

describe('two nodes without Redis', () => {
  let pair: Service[];
  beforeAll(async () => {
    pair = await nodes({});
  }, 120_000);
  afterAll(async () => {
    await Promise.all((pair ?? []).map((node) => node.close()));
  });

  it('show each line on the other node within 5 s', async () => {
    const { a, b, agnes, marie, id } = await across(pair);
    await lag(
      'the queue on the other node',
      () =>
        agnes.socket.inbox.find((entry) => entry.conversationId === id) ?? agnes.socket.heads.find(({ service }) => service === 'accueil'),
      5000,
    );
    await agnes.claim(id);
    const screens = [citizenScreen(marie, { url: a.url, home: a.url }), agentScreen(agnes, id, { url: b.url, home: b.url })];
    await until('both are there', () => screens.every(({ last }) => last > 1), 10_000);
    const lags = [];
    for (let i = 0; i < 4; i++) {
      const said = `Ligne ${i}`;
      await (i % 2 ? agnes.say(id, said) : marie.say(said));
      lags.push(await lag('shown', () => screens[i % 2 ? 0 : 1]!.lines.some((event) => 'text' in event && event.text === said), 6000));
    }
    console.log(`two nodes without Redis: ${lags.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
    expect(Math.max(...lags)).toBeLessThan(5000);
    expect(await verdict(a, { conversationId: id, screens })).toMatchObject(UNHARMED);
    await Promise.all([marie.close(), agnes.close()]);
  }, 60_000);

  it('leave the invariants whole', async () => {
    const verified = await pair[0]!.command(['verify']);
    expect({ code: verified.code, said: verified.stdout + verified.stderr }).toMatchObject({ code: 0 });
  });
});
