import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import {
  agent,
  agentScreen,
  citizen,
  citizenScreen,
  closeScreens,
  exchange,
  FaultProxy,
  seeded,
  sleep,
  startService,
  storedLines,
  tabStorage,
  UNHARMED,
  until,
  verdict,
  write,
  type Agent,
  type Service,
} from '../harness/index.js';

let service: Service;
let agnes: Agent;
let link: FaultProxy;

beforeAll(async () => {
  service = await startService();
  await service.addStaff({ email: 'agnes@valclair.example', name: 'Agnès' });
  agnes = await agent(service.url, 'agnes@valclair.example');
}, 60_000);
afterAll(async () => {
  await agnes.close();
  await service.close();
});
beforeEach(async () => {
  link = await FaultProxy.to(service.port);
});
afterEach(async () => {
  closeScreens();
  await link.close();
});

/** A waiting citizen held by Agnès, with the citizen's screen behind the faulty link and hers on a sound one. */
async function talk() {
  const marie = await citizen(service.url);
  await marie.ask();
  await agnes.claim(marie.conversationId);
  await marie.close();
  const { conversationId } = marie;
  const screen = citizenScreen(marie, { url: link.url, home: service.url });
  const desk = agentScreen(agnes, conversationId, { url: service.url, home: service.url });
  await until('both are there', () => screen.last > 1 && desk.last === screen.last);
  return { marie, conversationId, screen, desk, screens: [screen, desk] };
}

describe('a link that breaks', () => {
  it('100 times while both sides write loses nothing, doubles nothing and keeps the order', async () => {
    const random = seeded(100);
    const one = await exchange(service, agnes, link.url);
    const stops = one.screens.map((screen, i) => write(screen, `Ligne de ${i}`, 25));
    while (link.cuts < 100) {
      await until('both are connected', () => one.screens.every(({ socket }) => socket.connected), 10_000, 5);
      await sleep(random() * 150);
      // In the middle of a frame, or between two.
      if (random() < 0.5) link.cutAfter(Math.floor(random() * 400), random() < 0.5 ? 'up' : 'down');
      else link.cut();
    }
    for (const stop of stops) stop();
    const seen = await verdict(service, one);
    expect(seen).toMatchObject(UNHARMED);
    expect(seen.acknowledged).toBeGreaterThan(100);
    console.log(`cuts: ${link.cuts}, acknowledged: ${seen.acknowledged}, lost: 0, duplicated: 0`);
  }, 180_000);

  it('after the commit and before the acknowledgement, 50 times, stores each message once', async () => {
    const { screen, screens, conversationId } = await talk();
    for (let round = 0; round < 50; round++) {
      await until('connected', () => screen.socket.connected && screen.waiting === 0, 10_000, 5);
      link.drop('down');
      const clientId = screen.say(`Ligne ${round}`)!;
      await until('the line is stored', async () =>
        (await storedLines(service, conversationId)).some(({ client_id }) => client_id === clientId),
      );
      link.cut();
      link.heal();
    }
    expect(await verdict(service, { conversationId, screens })).toMatchObject(UNHARMED);
    expect(
      (await storedLines(service, conversationId)).filter(({ sender, kind }) => sender === 'citizen' && kind === 'message'),
    ).toHaveLength(50);
  }, 120_000);

  it('for a while brings back 300 lines of the other side, page by page', async () => {
    const { marie, screen, desk, conversationId } = await talk();
    const before = screen.last;
    link.refuse();
    link.cut();
    for (let i = 0; i < 300; i += 20) await Promise.all(Array.from({ length: 20 }, (_, n) => agnes.say(conversationId, `Ligne ${i + n}`)));
    link.heal();
    await until('the screen has them', () => screen.last === before + 300, 5000);
    expect(screen.lines).toEqual(desk.lines);
    await marie.close();
  }, 60_000);

  it('without a word (half-open) is noticed, and what was written meanwhile arrives', async () => {
    const { screen, screens, conversationId } = await talk();
    link.halfOpen();
    screen.say('Il y a quelqu’un ?');
    await agnes.say(conversationId, 'Oui, je suis là');
    // The heartbeat takes up to pingInterval + pingTimeout to call it lost; the new link works.
    await sleep(200);
    const lost = new Promise<void>((resolve) => screen.socket.once('disconnect', () => resolve()));
    await lost;
    link.heal();
    expect(await verdict(service, { conversationId, screens })).toMatchObject(UNHARMED);
  }, 90_000);
});

describe('a last line that was lost on the way', () => {
  it('is shown within 15 s, by the head beacon alone', async () => {
    const { screen, conversationId } = await talk();
    const before = screen.last;
    link.drop('down');
    await agnes.say(conversationId, 'Voici la dernière ligne');
    await until('the push vanished', () => link.dropped.down > 0);
    await sleep(100);
    link.heal();
    expect(screen.last).toBe(before);
    const started = performance.now();
    await until('the beacon tells', () => screen.last === before + 1, 15_000);
    console.log(`a lost last line was shown after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    expect(screen.connects).toBe(1);
  }, 30_000);
});

describe('a tab reloaded', () => {
  it('with three unacknowledged messages sends each of them once, in order', async () => {
    const { marie, screen, desk, conversationId } = await talk();
    screen.close();
    const store = tabStorage();
    const before = citizenScreen(marie, { url: link.url, home: service.url, store });
    await until('connected', () => before.socket.connected && before.last === desk.last);
    link.drop('down');
    const ids = ['Une', 'Deux', 'Trois'].map((text) => before.say(text)!);
    // The first is stored and its acknowledgement lost; the others still wait behind it.
    await until('the first is stored', async () =>
      (await storedLines(service, conversationId)).some(({ client_id }) => client_id === ids[0]),
    );
    before.close();
    link.heal();
    const after = citizenScreen(marie, { url: link.url, home: service.url, store });
    expect(await verdict(service, { conversationId, screens: [after, desk] })).toMatchObject(UNHARMED);
    const rows = await storedLines(service, conversationId);
    expect(rows.map(({ client_id }) => client_id).filter((id) => ids.includes(id))).toEqual(ids);
  }, 30_000);
});
