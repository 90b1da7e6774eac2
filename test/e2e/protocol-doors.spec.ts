import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizen, citizenSocket, http, openSession, signIn, staffSocket, startService, type Service } from '../harness/index.js';

let service: Service;
let tokens: { '/citizen': string; '/staff': string };
const sockets = { '/citizen': citizenSocket, '/staff': staffSocket };

beforeAll(async () => {
  service = await startService();
  await service.addStaff({ email: 'agnes@valclair.example' });
  tokens = { '/citizen': await openSession(service.url), '/staff': (await signIn(service.url, 'agnes@valclair.example')).token };
}, 60_000);
afterAll(() => service.close());

const foreign = () => [
  'https://mechant.example',
  'null',
  '',
  `http://localhost:${service.port + 1}`,
  `https://localhost:${service.port}`,
  `http://localhost:${service.port}.mechant.example`,
  `http://mechant.example/http://localhost:${service.port}`,
  `http://localhost:${service.port}@mechant.example`,
  `http://127.0.0.1.mechant.example:${service.port}`,
];

describe.each(['/citizen', '/staff'] as const)('the door of %s', (namespace) => {
  describe.each(['websocket', 'polling'] as const)('by %s', (transport) => {
    const open = (origin: string | false, token: string | undefined = tokens[namespace], extraHeaders: Record<string, string> = {}) =>
      sockets[namespace]({ url: service.url, origin, token, options: { transports: [transport], extraHeaders } });

    it('opens to our own origin, by each name of this machine', async () => {
      for (const host of ['localhost', '127.0.0.1', '[::1]']) await (await open(`http://${host}:${service.port}`)).close();
    });

    it('stays shut to every other origin', async () => {
      for (const origin of foreign()) await expect(open(origin)).rejects.toThrow();
    });

    it('stays shut without an origin', async () => {
      await expect(open(false)).rejects.toThrow();
    });

    it('stays shut without a session, with one that never was, and with that of the other namespace', async () => {
      const other = tokens[namespace === '/citizen' ? '/staff' : '/citizen'];
      for (const token of ['', 'x', 'A'.repeat(43), other, `${tokens[namespace]}A`])
        await expect(open(service.url, token)).rejects.toThrow(/auth/);
    });

    it('takes the session from the cookie too', async () => {
      const cookie = `${namespace === '/citizen' ? 'guichet-citizen' : 'guichet-staff'}=${tokens[namespace]}`;
      const socket = await sockets[namespace]({ url: service.url, options: { transports: [transport], extraHeaders: { Cookie: cookie } } });
      await socket.close();
    });
  });

  it('lets long polling in without an origin when the browser itself says that it is ours', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const token = tokens[namespace];
    await (
      await sockets[namespace]({ url: service.url, origin: false, token, options: { transports: ['polling'], extraHeaders: headers } })
    ).close();
    for (const site of ['same-site', 'cross-site', 'none'])
      await expect(
        sockets[namespace]({
          url: service.url,
          origin: false,
          token,
          options: { transports: ['polling'], extraHeaders: { 'Sec-Fetch-Site': site } },
        }),
      ).rejects.toThrow();
  });

  it('never lets a websocket in without an origin, whatever else it says', async () => {
    await expect(
      sockets[namespace]({
        url: service.url,
        origin: false,
        token: tokens[namespace],
        options: { extraHeaders: { 'Sec-Fetch-Site': 'same-origin' } },
      }),
    ).rejects.toThrow();
  });
});

describe('other namespaces', () => {
  it('do not exist', async () => {
    const { io } = await import('socket.io-client');
    for (const namespace of ['/', '/admin', '/citizen/', '/staff2']) {
      const socket = io(service.url + namespace, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: { Origin: service.url },
      });
      const outcome = await new Promise((resolve) => {
        socket.once('connect', () => resolve('open'));
        socket.once('connect_error', ({ message }) => resolve(message));
      });
      socket.disconnect();
      // The root namespace always exists in Socket.IO; it must hear nothing.
      if (namespace === '/') expect(outcome).toBe('open');
      else expect(outcome).toBe('Invalid namespace');
    }
  });
});

describe('calls that change something over HTTP', () => {
  const session = (headers: Record<string, string>) =>
    fetch(`${service.url}/api/citizen/session`, {
      method: 'POST',
      body: JSON.stringify({ site: 'demo' }),
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  it('need an origin that is ours and X-Guichet: 1', async () => {
    const ours = service.url;
    expect((await session({ Origin: ours, 'X-Guichet': '1' })).status).toBe(201);
    for (const headers of [{}, { Origin: ours }, { 'X-Guichet': '1' }, { Origin: ours, 'X-Guichet': '0' }] as Record<string, string>[]) {
      const refused = await session(headers);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toEqual({ ok: false, code: 'auth' });
    }
    for (const origin of foreign()) expect((await session({ Origin: origin, 'X-Guichet': '1' })).status).toBe(403);
  });

  it('are the same however the path is written', async () => {
    for (const path of [
      '/API/citizen/session',
      '/Api/Citizen/Session',
      '/api/citizen/session/',
      '/api//citizen/session',
      '//api/citizen/session',
    ]) {
      const answer = await fetch(service.url + path, {
        method: 'POST',
        body: JSON.stringify({ site: 'demo' }),
        headers: { 'Content-Type': 'application/json', Origin: 'https://mechant.example' },
      });
      expect([403, 404]).toContain(answer.status);
    }
  });

  it('let no other site read an answer', async () => {
    const read = await fetch(`${service.url}/api/citizen/site/demo`, { headers: { Origin: 'https://mechant.example' } });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a session', () => {
  it('comes with a cookie that scripts cannot read', async () => {
    const { headers } = await http(service.url, '/api/citizen/session', { body: { site: 'demo' } });
    expect(headers.get('set-cookie')).toMatch(/^guichet-citizen=[A-Za-z0-9_-]{43}; .*HttpOnly/);
  });

  it('opens nothing more once it is ended, and its conversations are nobody’s', async () => {
    const marie = await citizen(service.url);
    await marie.close();
    expect((await http(service.url, '/api/citizen/session', { method: 'DELETE', token: marie.token })).status).toBe(204);
    await expect(citizenSocket({ url: service.url, token: marie.token })).rejects.toThrow(/auth/);
  });

  it('of staff ends everywhere within 5 s: its open sockets are closed', async () => {
    const { token } = await signIn(service.url, 'agnes@valclair.example');
    const socket = await staffSocket({ url: service.url, token });
    const closed = new Promise((resolve) => socket.socket.once('disconnect', resolve));
    const started = performance.now();
    expect((await http(service.url, '/api/staff/session', { method: 'DELETE', token })).status).toBe(204);
    await closed;
    expect(performance.now() - started).toBeLessThan(6000);
    await expect(staffSocket({ url: service.url, token })).rejects.toThrow(/auth/);
  }, 15_000);
});
