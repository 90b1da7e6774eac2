import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../../src/contract/index.js';
import { citizen, citizenSocket, http, openSession, signIn, sleep, startService, uuid, type Service } from '../harness/index.js';

/** These tests run with the limits that a new installation has. */
let service: Service;
beforeAll(async () => {
  service = await startService({ limits: {} });
}, 60_000);
afterAll(() => service.close());

describe('by default', () => {
  it('prints every named limit with its value', async () => {
    const { stdout, code } = await service.command(['limits']);
    expect(code).toBe(0);
    for (const [name, limit] of Object.entries(LIMITS)) expect(stdout).toContain(`${name}: ${limit.default}`);
  });

  it('a citizen sends 15 messages a minute; the next one is told when to come back', async () => {
    const marie = await citizen(service.url);
    const answers = [];
    for (let i = 0; i < 17; i++) answers.push(await marie.say('Bonjour'));
    expect(answers.slice(0, 15).every(({ ok }) => ok)).toBe(true);
    for (const refused of answers.slice(15)) {
      expect(refused).toEqual({ ok: false, code: 'rate', retryInMs: expect.any(Number) });
      expect(refused.retryInMs).toBeGreaterThan(0);
      expect(refused.retryInMs).toBeLessThanOrEqual(60_000);
    }
    expect((await marie.log()).filter(({ kind }) => kind === 'message')).toHaveLength(15);
    await marie.close();
  });

  it('another tab of the session shares its count, another citizen does not', async () => {
    const marie = await citizen(service.url);
    const tab = await citizen(service.url, { token: marie.token, resume: marie.conversationId });
    for (let i = 0; i < 15; i++) await marie.say('Bonjour');
    expect(await tab.say('Bonjour')).toMatchObject({ code: 'rate' });
    await sleep(1100);
    const paul = await citizen(service.url);
    expect(await paul.say('Bonjour')).toMatchObject({ ok: true });
    await Promise.all([marie.close(), tab.close(), paul.close()]);
  });

  it('a socket syncs 60 times a minute', async () => {
    const marie = await citizen(service.url);
    const { conversationId } = marie;
    const answers = [];
    for (let i = 0; i < 62; i++) answers.push(await marie.socket.call('events:sync', { conversationId, after: 0 }));
    expect(answers.map(({ ok }) => ok).lastIndexOf(true)).toBe(59);
    expect(answers.at(-1)).toMatchObject({ ok: false, code: 'rate' });
    await marie.close();
  });

  it('a session has 5 sockets', async () => {
    const token = await openSession(service.url);
    const sockets = [];
    for (let i = 0; i < 5; i++) sockets.push(await citizenSocket({ url: service.url, token }));
    await expect(citizenSocket({ url: service.url, token })).rejects.toThrow();
    await sockets.pop()!.close();
    await sleep(1100);
    sockets.push(await citizenSocket({ url: service.url, token }));
    await Promise.all(sockets.map((socket) => socket.close()));
  });

  it('an address shakes hands 10 times a second', async () => {
    const token = await openSession(service.url);
    await sleep(1100);
    // A refused session is a handshake all the same.
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () =>
        citizenSocket({ url: service.url, token: `${token}x` }).then(
          () => 'open',
          (error: Error) => error.message,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'auth').length).toBeLessThanOrEqual(20);
    expect(outcomes.filter((outcome) => outcome !== 'auth').length).toBeGreaterThanOrEqual(10);
    await sleep(1100);
    await (await citizenSocket({ url: service.url, token })).close();
  });

  it('an account is tried 10 times in 15 minutes, whether it exists or not', async () => {
    await service.addStaff({ email: 'agnes@valclair.example' });
    for (const email of ['agnes@valclair.example', 'personne@valclair.example']) {
      const statuses = [];
      for (let i = 0; i < 11; i++)
        statuses.push((await http(service.url, '/api/staff/session', { body: { email, password: 'mauvais mot de passe' } })).status);
      expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
      expect(statuses.at(-1)).toBe(429);
    }
  }, 30_000);

  it('guesses made at once are counted like guesses made one by one, and right passwords are not', async () => {
    const raised = await startService({ limits: { 'login.perAddressPer5Minutes': 1000 } });
    try {
      await raised.addStaff({ email: 'bruno@valclair.example' });
      for (let i = 0; i < 12; i++) await signIn(raised.url, 'bruno@valclair.example');
      const guess = () =>
        http(raised.url, '/api/staff/session', { body: { email: 'bruno@valclair.example', password: 'mauvais mot de passe' } });
      const statuses = (await Promise.all(Array.from({ length: 60 }, guess))).map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(10);
      expect(statuses.filter((status) => status === 429)).toHaveLength(50);
    } finally {
      await raised.close();
    }
  }, 60_000);

  it('a request of more than 300 kB is refused before it is read', async () => {
    const big = await http(service.url, '/api/citizen/session', { body: { site: 'x'.repeat(400_000) } });
    expect(big.status).toBe(413);
    expect(big.json).toEqual({ ok: false, code: 'too-large' });
  });

  it('a frame of more than 32 kB ends the socket that sent it', async () => {
    const marie = await citizen(service.url);
    const gone = new Promise((resolve) => marie.socket.socket.once('disconnect', resolve));
    marie.socket.socket.emit('message:send', { conversationId: marie.conversationId, clientId: uuid(), text: 'x'.repeat(50_000) });
    await gone;
    expect((await http(service.url, '/health/live')).status).toBe(200);
  });

  it('an address opens 60 sessions an hour', async () => {
    const statuses = [];
    for (let i = 0; i < 62; i++) statuses.push((await http(service.url, '/api/citizen/session', { body: { site: 'demo' } })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(60);
  });
});

describe('a limit that is set', () => {
  it('holds, each by its own name', async () => {
    const strict = await startService({
      limits: {
        'sockets.perAddress': 3,
        'conversations.perAddressPerHour': 2,
        'message.characters': 100,
        'requests.perAddressPerMinute': 20,
      },
    });
    try {
      const token = await openSession(strict.url);
      const sockets = [];
      for (let i = 0; i < 3; i++) sockets.push(await citizenSocket({ url: strict.url, token }));
      await expect(citizenSocket({ url: strict.url, token })).rejects.toThrow();
      const [socket] = sockets;
      const opened = await socket!.do('conversation:open', { site: 'demo', lang: 'fr' });
      expect(opened.limits.text).toBe(100);
      await socket!.do('conversation:open', { site: 'demo', lang: 'fr' });
      expect(await socket!.call('conversation:open', { site: 'demo', lang: 'fr' })).toMatchObject({
        code: 'rate',
        retryInMs: expect.any(Number),
      });
      const line = () => ({ conversationId: opened.conversationId, clientId: uuid() });
      expect(await socket!.call('message:send', { ...line(), text: 'x'.repeat(101) })).toEqual({ ok: false, code: 'too-large' });
      const statuses = [];
      for (let i = 0; i < 25; i++) statuses.push((await http(strict.url, '/api/citizen/site/demo')).status);
      expect(statuses.at(-1)).toBe(429);
      expect((await http(strict.url, '/health/live')).status).toBe(200);
      await Promise.all(sockets.map((one) => one.close()));
    } finally {
      await strict.close();
    }
  }, 60_000);
});
