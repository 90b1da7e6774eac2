/** Citizens and agents of a bench, over real sockets. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { guichet } from './processes.mjs';

export const PASSWORD = 'une phrase de passe pour mesurer';

export async function http(url, path, body, token) {
  const response = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json', Origin: url, 'X-Guichet': '1' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

export function connect(url, auth) {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { Origin: new URL(url).origin },
    auth,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

export async function call(socket, name, payload) {
  const answer = await socket.timeout(10_000).emitWithAck(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${answer.code}`);
  return answer;
}

export async function citizen(url) {
  const { token } = await http(url, '/api/citizen/session', { site: 'demo' });
  const socket = await connect(`${url}/citizen`, { token });
  const { conversationId } = await call(socket, 'conversation:open', { site: 'demo', lang: 'fr' });
  return { token, socket, conversationId, agent: undefined };
}

/** So many agents; accounts are made by the first administrator, since each command starts a program. */
export async function agents(url, folder, count) {
  await guichet(folder, ['staff', 'add', '--email', 'chef@valclair.example', '--role', 'admin', '--password-stdin'], `${PASSWORD}\n`);
  const admin = await http(url, '/api/staff/session', { email: 'chef@valclair.example', password: PASSWORD });
  const made = [];
  for (let i = 0; i < count; i++) {
    const email = `agent${i}@valclair.example`;
    const { link } = await http(
      url,
      '/api/staff/accounts',
      { email, name: `Agent ${i}`, roles: ['agent'], services: ['accueil'] },
      admin.token,
    );
    await http(url, '/api/staff/password', { token: link.split('#')[1], password: PASSWORD });
    const { token } = await http(url, '/api/staff/session', { email, password: PASSWORD });
    const socket = await connect(`${url}/staff`, { token });
    await call(socket, 'presence:set', { state: 'available' });
    made.push({ socket, holding: [] });
  }
  return made;
}

/** The citizen asks for a person and the agent takes it. */
export async function handOver(one, agent) {
  await call(one.socket, 'human:ask', { conversationId: one.conversationId, clientId: randomUUID() });
  const { epoch } = await call(agent.socket, 'conversation:claim', { conversationId: one.conversationId });
  one.agent = agent;
  one.epoch = epoch;
  agent.holding.push(one);
}

const held = ({ holding }) => ({ items: holding.map(({ conversationId, epoch }) => ({ conversationId, epoch })) });

/** Renews every lease, once. */
export const renewLeases = (all) => Promise.all(all.map((agent) => call(agent.socket, 'lease:renew', held(agent))));

/** Renews every lease until it is stopped: a bench may last longer than one. */
export function keepLeases(all) {
  const timer = setInterval(() => {
    for (const agent of all) agent.socket.emit('lease:renew', held(agent), () => {});
  }, 30_000);
  return () => clearInterval(timer);
}

/** `work(i)` for each of n, never more than `lanes` at once. */
export async function inLanes(n, lanes, work) {
  let next = 0;
  const results = [];
  await Promise.all(
    Array.from({ length: Math.min(lanes, n) }, async () => {
      while (next < n) {
        const i = next++;
        results[i] = await work(i);
      }
    }),
  );
  return results;
}

/** Calls `fire(i)` evenly, so many times a second for so long, and waits for what is still under way. */
export async function atRate(perSecond, seconds, fire) {
  const started = performance.now();
  const total = Math.round(perSecond * seconds);
  const under = new Set();
  for (let i = 0; i < total; i++) {
    const due = started + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    const one = Promise.resolve(fire(i)).finally(() => under.delete(one));
    under.add(one);
  }
  await Promise.all(under);
  return total;
}

/** The value below which a share of them lie. */
export function percentile(values, share) {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
export const percentiles = (values) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95), p99: percentile(values, 0.99) });
