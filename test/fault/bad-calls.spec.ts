import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { citizenCalls, ERROR_CODES, staffCalls, type CitizenCall, type StaffCall } from '../../src/contract/index.js';
import {
  agent,
  citizen,
  citizenSocket,
  http,
  sleep,
  staffSocket,
  startService,
  uuid,
  type Agent,
  type Citizen,
  type Service,
} from '../harness/index.js';
import { almost, inLanes, oddity, REVEALING, seedOfRun } from '../harness/oddities.js';

const CASES = 12_000;
const LANES = 8;
/** A socket is closed after so many malformed calls; a new one is opened before. */
const CALLS_A_SOCKET = 18;

let service: Service;
let marie: Citizen;
let agnes: Agent;
const seed = seedOfRun();

beforeAll(async () => {
  service = await startService();
  await service.addStaff({ email: 'agnes@valclair.example', roles: ['agent', 'supervisor'] });
  marie = await citizen(service.url);
  await marie.ask();
  agnes = await agent(service.url, 'agnes@valclair.example');
  await agnes.claim(marie.conversationId);
}, 60_000);
afterAll(async () => {
  await Promise.all([marie.close(), agnes.close()]);
  await service.close();
});

/** One right payload of each call, to be spoiled. */
function right(): Record<CitizenCall | StaffCall, Record<string, unknown>> {
  const { conversationId } = marie;
  const line = { conversationId, clientId: uuid() };
  const epoch = agnes.epochs.get(conversationId) ?? 1;
  return {
    'conversation:open': { site: 'demo', lang: 'fr', page: '/urbanisme', resume: conversationId },
    'events:sync': { conversationId, after: 0, limit: 1 },
    'cursor:set': { conversationId, delivered: 1, read: 1 },
    typing: { conversationId, on: true },
    'conversation:keep': { conversationId },
    'message:send': { ...line, text: 'Bonjour', epoch, choice: 'x', insert: { article: 'particuliers/F1', section: 'x' } },
    'human:ask': { ...line, service: 'accueil' },
    'human:cancel': line,
    'callback:leave': { ...line, contact: { name: 'M', email: 'm@exemple.fr', phone: '0612345678' }, consent: true },
    'feedback:give': { ...line, seq: 1, useful: true, reason: 'unclear' },
    'conversation:end': line,
    'conversation:erase': line,
    'presence:set': { state: 'available' },
    'inbox:sync': { service: 'accueil', after: 0, limit: 1 },
    'conversation:claim': { conversationId },
    'lease:renew': { items: [{ conversationId, epoch }] },
    'conversation:release': { ...line, epoch, to: { queue: 'accueil' }, note: 'x' },
    'conversation:close': { ...line, epoch, resolution: 'answered' },
    'article:suggest': { conversationId },
  };
}

/** Complaints of an answer; empty when it is as it must be. */
function complaints(call: string, answer: unknown): string[] {
  const { ok, code, ...rest } = answer as { ok: unknown; code?: string };
  if (ok === true) return [];
  const found: string[] = [];
  if (ok !== false) found.push(`${call}: no ok`);
  if (!(ERROR_CODES as readonly string[]).includes(code ?? '')) found.push(`${call}: code ${code}`);
  if (code === 'degraded' || code === 'busy') found.push(`${call}: ${code}, an error inside`);
  if (Object.keys(rest).some((key) => !['retryInMs', 'name'].includes(key))) found.push(`${call}: more than a code`);
  if (REVEALING.test(JSON.stringify(answer))) found.push(`${call}: reveals ${JSON.stringify(answer).slice(0, 200)}`);
  return found;
}

describe.each([
  ['citizens', '/citizen', citizenCalls],
  ['agents', '/staff', staffCalls],
] as const)('%s may send anything', (_who, namespace, calls) => {
  it(`and every call is answered with a code, ${CASES / 2} times`, async () => {
    console.log(`fuzz of ${namespace}: seed ${seed}`);
    const names = Object.keys(calls) as (CitizenCall | StaffCall)[];
    const payloads = right();
    const cases = fc.sample(
      fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), almost(payloads[name]))),
      { numRuns: CASES / 2, seed },
    );
    const found: string[] = [];
    const open = () =>
      namespace === '/citizen'
        ? citizenSocket({ url: service.url, token: marie.token })
        : staffSocket({ url: service.url, token: agnes.token });
    const lanes = await Promise.all(Array.from({ length: LANES }, async () => ({ socket: await open(), calls: 0 })));
    await inLanes(cases, LANES, async ([name, payload], at) => {
      const lane = lanes[at]!;
      if (lane.calls++ >= CALLS_A_SOCKET || !lane.socket.socket.connected) {
        await lane.socket.close();
        Object.assign(lane, { socket: await open(), calls: 1 });
      }
      // A frame that is too large ends the socket by design: there is no answer to judge.
      if (Buffer.byteLength(JSON.stringify(payload) ?? '') > 30_000) return;
      const answer = await lane.socket.raw(name, payload).catch((error: Error) => ({ ok: 'none', code: error.message }));
      found.push(...complaints(name, answer));
    });
    await Promise.all(lanes.map(({ socket }) => socket.close()));
    expect(found.slice(0, 20)).toEqual([]);
    await alive();
  }, 240_000);
});

describe('what is not even a call', () => {
  it('ends its own socket at the most: malformed packets, unknown events, wrong acknowledgements', async () => {
    const frames = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(
          '0',
          '1',
          '2',
          '3',
          '4',
          '40',
          '40/citizen',
          '41/citizen,',
          '42',
          '42[',
          '42/citizen,["message:send"',
          '43/citizen,999[{}]',
          '45-1["x"]',
          '451-["x",{"_placeholder":true,"num":0}]',
          '451-/citizen,["message:send",{"_placeholder":true,"num":99}]',
          '42/citizen,["__proto__",{}]',
          '42/citizen,[{"a":1}]',
          '42/citizen,[["message:send"]]',
          '42/citizen,["connect"]',
          '42/citizen,["disconnect"]',
          '42/citizen,["error",{}]',
          '6',
        ),
        oddity.map((value) => `42/citizen,${JSON.stringify(['message:send', value])}`),
        oddity.map((value) => `42/citizen,7${JSON.stringify([value, {}])}`),
      ),
      { numRuns: 1000, seed },
    );
    await inLanes(frames, LANES, async (frame) => {
      const { socket } = await citizenSocket({ url: service.url, token: marie.token });
      // Below Socket.IO and Engine.IO: the bytes go out as they are.
      const wire = (socket.io.engine.transport as unknown as { ws: { send(data: string | Uint8Array): void } }).ws;
      wire.send(frame.length % 3 === 0 ? Buffer.from(frame) : frame);
      await sleep(10);
      socket.disconnect();
    });
    await alive();
  }, 120_000);

  it('is refused by the handshake: bad queries, bad session ids, wrong methods', async () => {
    const cases = fc.sample(
      fc.tuple(fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'DELETE'), fc.string({ unit: 'binary', maxLength: 40 })),
      {
        numRuns: 500,
        seed,
      },
    );
    const found: string[] = [];
    await inLanes(cases, LANES, async ([method, odd]) => {
      const query = new URLSearchParams({
        EIO: odd.length % 2 ? '4' : odd.slice(0, 5),
        transport: odd.length % 3 ? 'polling' : odd,
        sid: odd,
        t: odd,
      });
      const answer = await http(service.url, `/socket.io/?${query}`, { method, ...(method === 'POST' ? { body: odd } : {}) });
      if (answer.status >= 500 || REVEALING.test(answer.text)) found.push(`${method} ${answer.status} ${answer.text.slice(0, 100)}`);
    });
    expect(found.slice(0, 10)).toEqual([]);
    await alive();
  }, 60_000);
});

/** The same process as before, answering people; no row broken. */
async function alive(): Promise<void> {
  expect(service.running).toBe(true);
  expect((await http(service.url, '/health/ready')).status).toBe(200);
  const paul = await citizen(service.url);
  expect(await paul.say('Bonjour')).toMatchObject({ ok: true });
  await paul.close();
  expect(service.output).not.toMatch(/canari-9f3a/);
  expect((await service.command(['verify'])).code).toBe(0);
}
