/**
 * What does a message between a citizen and an agent cost, beside the least that relays one? Both servers stand side by side, the
 * same clients write to them at the same rate, in turn, round after round. Guichet masks, checks, numbers, stores durably and
 * tells both sides; the echo tells one.
 */
import { randomUUID } from 'node:crypto';
import { agents, atRate, citizen, connect, handOver, inLanes, percentiles } from './people.mjs';
import { cpuMs, startEcho, startGuichet, temporaryFolder } from './processes.mjs';

const CITIZENS = 50;
const AGENTS = 5;
const PER_SECOND = 400;
const SECONDS = 5;
const ROUNDS = 3;
const TEXT = 'Bonjour, je voudrais savoir quels documents apporter pour refaire ma carte d’identité, merci d’avance.';

/** Fifty citizens write as much as a thousand: their own limits are raised as well, and are still counted. */
const LIMITS = { 'message.perMinute': 1_000_000, 'message.perDay': 1_000_000, 'agent.messagesPerMinute': 1_000_000 };

async function echoPairs(url) {
  const rooms = Array.from({ length: CITIZENS }, () => randomUUID());
  const desks = await inLanes(AGENTS, AGENTS, (a) => connect(url, { rooms: rooms.filter((_, i) => i % AGENTS === a) }));
  return inLanes(CITIZENS, 10, async (i) => ({
    conversationId: rooms[i],
    socket: await connect(url, { rooms: [rooms[i]] }),
    agent: { socket: desks[i % AGENTS] },
  }));
}
async function guichetPairs(url, folder) {
  const desks = await agents(url, folder, AGENTS);
  const pairs = await inLanes(CITIZENS, 10, () => citizen(url));
  for (const [i, one] of pairs.entries()) await handOver(one, desks[i % AGENTS]);
  return pairs;
}

/** One round: acknowledgement and arrival times, and the server's CPU a message. */
async function round(server, pairs) {
  const acks = [];
  const arrivals = [];
  const sent = new Map();
  const hear = ({ clientId, kind }) => {
    const before = kind === 'message' ? sent.get(clientId) : undefined;
    if (before !== undefined) arrivals.push(performance.now() - before);
  };
  const listeners = [];
  const listen = (socket, own) => {
    const listener = (event) => own(event) || hear(event);
    socket.on('event', listener);
    listeners.push(() => socket.off('event', listener));
  };
  const fromAgents = new Set();
  for (const { socket } of pairs) listen(socket, ({ clientId }) => !fromAgents.has(clientId));
  for (const socket of new Set(pairs.map(({ agent }) => agent.socket))) listen(socket, ({ clientId }) => fromAgents.has(clientId));

  const before = cpuMs(server.pid);
  const total = await atRate(PER_SECOND, SECONDS, async (i) => {
    const { conversationId, socket, agent, epoch } = pairs[i % pairs.length];
    const byAgent = Math.floor(i / pairs.length) % 2 === 1;
    const clientId = randomUUID();
    if (byAgent) fromAgents.add(clientId);
    const at = performance.now();
    sent.set(clientId, at);
    const answer = await (byAgent ? agent.socket : socket).timeout(10_000).emitWithAck('message:send', {
      conversationId,
      clientId,
      text: TEXT,
      ...(byAgent && epoch !== undefined ? { epoch } : {}),
    });
    if (!answer.ok) throw new Error(`message:send: ${answer.code}`);
    acks.push(performance.now() - at);
  });
  const cpuUs = ((cpuMs(server.pid) - before) * 1000) / total;
  for (const off of listeners) off();
  return { cpuUs, acks, arrivals, total };
}

const close = (pairs) => {
  for (const { socket, agent } of pairs) {
    socket.disconnect();
    agent.socket.disconnect();
  }
};

export async function relay() {
  const folder = temporaryFolder();
  const [guichet, echo] = [await startGuichet(folder, LIMITS), await startEcho()];
  const sides = {
    echo: { server: echo, pairs: await echoPairs(echo.url), rounds: [] },
    guichet: { server: guichet, pairs: await guichetPairs(guichet.url, folder), rounds: [] },
  };
  for (const { server, pairs } of Object.values(sides)) await round(server, pairs);
  for (let r = 0; r < ROUNDS; r++) for (const side of Object.values(sides)) side.rounds.push(await round(side.server, side.pairs));
  const figures = Object.fromEntries(
    Object.entries(sides).map(([name, { rounds }]) => [
      name,
      {
        cpuUs: rounds.reduce((sum, { cpuUs }) => sum + cpuUs, 0) / rounds.length,
        ack: percentiles(rounds.flatMap(({ acks }) => acks)),
        arrival: percentiles(rounds.flatMap(({ arrivals }) => arrivals)),
        messages: rounds.reduce((sum, { total }) => sum + total, 0),
        arrived: rounds.reduce((sum, { arrivals }) => sum + arrivals.length, 0),
      },
    ]),
  );
  for (const { pairs } of Object.values(sides)) close(pairs);
  await Promise.all([guichet.stop(), echo.stop()]);
  return { perSecond: PER_SECOND, ...figures, ratio: figures.guichet.cpuUs / figures.echo.cpuUs };
}
