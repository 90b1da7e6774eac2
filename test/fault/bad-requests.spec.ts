import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { citizen, http, openSession, signIn, startService, uuid, type Service } from '../harness/index.js';
import { almost, CANARY, inLanes, INSIDES, oddity, REVEALING, seedOfRun, wellFormed } from '../harness/oddities.js';
import { routes } from '../harness/routes.js';

const CASES = 6500;
const LANES = 6;
const seed = seedOfRun();
let service: Service;
let tokens: { citizen: string; staff: string };

beforeAll(async () => {
  service = await startService();
  await service.addStaff({ email: 'alma@valclair.example', roles: ['agent', 'supervisor', 'editor', 'admin', 'dpo'] });
  await service.addStaff({ email: 'reserve@valclair.example', roles: ['admin'] });
  tokens = { citizen: await openSession(service.url), staff: (await signIn(service.url, 'alma@valclair.example')).token };
}, 60_000);
afterAll(() => service.close());

/** Fields that some route knows, so that a spoiled body is nearly right somewhere. */
const BODY = {
  site: 'demo',
  email: 'nouveau@valclair.example',
  name: 'Nouveau',
  password: 'une phrase de passe longue',
  current: 'x',
  roles: ['agent'],
  services: ['accueil'],
  token: 'A'.repeat(43),
  text: 'Bonjour',
  reason: 'essai de contrôle',
  shortcut: 'bonjour',
  title: 'Bonjour',
  markdown: '---\ntitle: x\n---\n',
  utterances: ['x'],
  nearMisses: [],
  note: '',
  baseVersion: 0,
  status: 'draft',
  version: 1,
  question: 'Bonjour',
  articles: ['particuliers/F1'],
  botOff: false,
  widgetOff: false,
  banner: null,
};
/** Signing off, disabling oneself and the like would end the run, not test it. */
const ENDING =
  /^(DELETE \/api\/(staff|citizen)\/session|POST \/api\/staff\/me\/password|PATCH \/api\/staff\/accounts\/:id|POST \/api\/staff\/accounts\/:id\/disable|PUT \/api\/staff\/switches\/:site)$/;

describe('every route', () => {
  it(`answers ${CASES} odd requests without an error of its own`, async () => {
    console.log(`fuzz of the routes: seed ${seed}`);
    const known = routes().filter(({ method, path }) => !ENDING.test(`${method} ${path}`));
    const segment = fc.oneof(
      fc.constantFrom('x', 'demo', '1', '0', '-1', '__proto__', '..%2f..%2fetc', '%00', '%', 'A'.repeat(22), 'a'.repeat(2000), CANARY),
      fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(wellFormed(text))),
    );
    const cases = fc.sample(
      fc.record({
        route: fc.constantFrom(...known),
        segment,
        query: fc.option(
          fc.dictionary(
            fc.constantFrom('q', 'page', 'limit', 'before', 'site', 'status', 'from', 'conversation', '__proto__', 'reason', 'lang'),
            fc.string({ unit: 'binary', maxLength: 30 }),
          ),
        ),
        body: fc.oneof(almost(BODY), oddity, fc.constantFrom('{', '[', '"', 'nul', '{"a":', '\u0000', 'x'.repeat(1000))),
        type: fc.constantFrom(
          'application/json',
          'application/json; charset=utf-16',
          'application/x-www-form-urlencoded',
          'text/plain',
          'multipart/form-data; boundary=x',
          'x',
        ),
        who: fc.constantFrom('staff', 'staff', 'staff', 'citizen', 'nobody', 'odd'),
      }),
      { numRuns: CASES, seed },
    );
    const found: string[] = [];
    const statuses: Record<string, number> = {};
    await inLanes(cases, LANES, async ({ route, segment: odd, query, body, type, who }) => {
      const path = route.path.replace(/:\w+|\{?\*\w*\}?/g, () => odd);
      const search =
        query === null
          ? ''
          : `?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, wellFormed(value)] as [string, string]))}`;
      const token = who === 'odd' ? CANARY : who === 'nobody' ? undefined : tokens[who as 'staff' | 'citizen'];
      const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
      const answer = await http(service.url, path + search, {
        method: route.method,
        token,
        headers: hasBody ? { 'Content-Type': type } : {},
        ...(hasBody ? { body: typeof body === 'string' ? body : (JSON.stringify(body) ?? 'undefined') } : {}),
      }).catch((error: Error) => ({ status: 599, text: String(error.cause ?? error) }));
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const what = `${route.method} ${route.path} (${odd.slice(0, 30)}): ${answer.status} ${answer.text.slice(0, 160)}`;
      if (answer.status >= 500) found.push(what);
      if (answer.status >= 400 && REVEALING.test(answer.text)) found.push(`reveals: ${what}`);
    });
    console.log(`answers by status: ${JSON.stringify(statuses)}`);
    expect(found.slice(0, 20)).toEqual([]);
    await alive();
  }, 240_000);

  it('refuses fields that nobody asked for, at every door that takes a body', async () => {
    for (const [path, body] of [
      ['/api/citizen/session', { site: 'demo', role: 'admin' }],
      ['/api/staff/session', { email: 'alma@valclair.example', password: 'x', roles: ['admin'] }],
      ['/api/staff/accounts', { email: 'a@b.fr', name: 'A', roles: ['agent'], services: [], disabled: 0 }],
      ['/api/staff/accounts', { email: { $ne: null }, name: 'A', roles: ['agent'], services: [] }],
      ['/api/staff/accounts', { email: 'a@b.fr', name: 'A', roles: { 0: 'admin', length: 1 }, services: [] }],
      ['/api/staff/accounts', { email: 'a@b.fr', name: 'A', roles: ['root'], services: [] }],
    ] as [string, object][]) {
      const { status, json } = await http(service.url, path, { body, token: tokens.staff });
      expect({ path, status, json }).toEqual({ path, status: 400, json: { ok: false, code: 'bad' } });
    }
  });

  it('leaves the prototype of objects alone', async () => {
    for (const route of ['/api/citizen/session', '/api/staff/session', '/api/staff/desk/canned', '/api/staff/editor/preview'])
      await http(service.url, route, {
        body: '{"__proto__":{"polluted":"oui"},"constructor":{"prototype":{"polluted":"oui"}}}',
        token: tokens.staff,
      });
    const me = await http(service.url, '/api/staff/session', { token: tokens.staff });
    expect(me.text).not.toContain('polluted');
    await alive();
  });
});

describe('the plain page', () => {
  it('takes odd forms: too many parts, repeated fields, wrong tokens, other types', async () => {
    const page = await http(service.url, '/c/demo');
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const bodies = [
      ...fc.sample(fc.string({ unit: 'binary', maxLength: 500 }), { numRuns: 150, seed }),
      'text=a&text=b&text=c',
      `${'a=1&'.repeat(5000)}text=x`,
      `token=${'x'.repeat(500)}&clientId=${uuid()}&text=${CANARY}`,
      'text[__proto__][x]=1',
      `text=${'%F0'.repeat(1000)}`,
    ];
    for (const body of bodies) {
      const answer = await http(service.url, '/c/demo/messages', {
        body: wellFormed(body),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie },
      });
      expect(answer.status).toBeLessThan(500);
      // The form comes back filled in: what was sent may show there, the insides may not.
      expect(answer.text).not.toMatch(INSIDES);
    }
    await alive();
  }, 30_000);
});

describe('below HTTP', () => {
  it('survives odd heads: line breaks in values, thousands of headers, methods and hosts that are none', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => `x-${i}: y`).join('\r\n');
    const statuses = [];
    for (const head of [
      `GET / HTTP/1.1\r\nHost: x\r\n${many}`,
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x`,
      `GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: ${CANARY} \u001b[31m {"level":"fatal"}`,
      `GET /c/demo HTTP/1.1\r\nHost: mechant.example\r\nX-Forwarded-For: ${CANARY}`,
      'PROPFIND / HTTP/1.1\r\nHost: x',
      'TRACE /api/staff/session HTTP/1.1\r\nHost: x',
      'GET /%E0%A4%A HTTP/1.1\r\nHost: x',
      'GET /c/%E0%A4%A HTTP/1.1\r\nHost: x',
      'GET / HTTP/1.1',
      'GET / HTTP/9.9\r\nHost: x',
      'POST /api/citizen/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked',
      'POST /api/citizen/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1',
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x',
      '\u0000\u0001\u0002',
    ])
      statuses.push(await raw(head));
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    await alive();
  });
});

/** The status of a request written by hand; 0 when the connection was closed without one. */
const raw = (head: string) =>
  new Promise<number>((resolve) => {
    let answer = '';
    const socket = createConnection(service.port, '127.0.0.1', () => socket.write(`${head}\r\nConnection: close\r\n\r\n`, 'latin1'));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
  });

/** The same process as before, well, having printed nothing of what was sent and only whole lines. */
async function alive(): Promise<void> {
  expect(service.running).toBe(true);
  expect((await http(service.url, '/health/ready')).status).toBe(200);
  const paul = await citizen(service.url);
  expect(await paul.say('Bonjour')).toMatchObject({ ok: true });
  await paul.close();
  expect(service.output).not.toContain(CANARY);
  expect(service.output.split('\n').filter((line) => line.startsWith('{') && !isJson(line))).toEqual([]);
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
