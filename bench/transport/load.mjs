/**
 * A busy afternoon: a thousand citizens connected, twenty agents, fifty messages a second for a minute, most of them questions to
 * the robot, the others between citizens and agents. The limits are those of a new installation but for what one address may do.
 */
import { randomUUID } from 'node:crypto';
import { agents, atRate, citizen, handOver, inLanes, keepLeases, percentiles } from './people.mjs';
import { cpuMs, guichet as command, memoryMb, startGuichet, temporaryFolder } from './processes.mjs';
import { questions } from './questions.mjs';

const CITIZENS = 1000;
const AGENTS = 20;
const HELD_EACH = 10;
const PER_SECOND = 50;
/** Of ten messages: to the robot, from a citizen to an agent; the rest from agents. */
const TO_ROBOT = 6;
const TO_AGENT = 2;

export async function load(seconds = 60) {
  const folder = temporaryFolder();
  const guichet = await startGuichet(folder);
  const connecting = performance.now();
  const people = await inLanes(CITIZENS, 25, () => citizen(guichet.url));
  const connectedInMs = performance.now() - connecting;
  const desks = await agents(guichet.url, folder, AGENTS);
  const helped = people.splice(0, AGENTS * HELD_EACH);
  await inLanes(helped.length, 10, (i) => handOver(helped[i], desks[i % AGENTS]));
  const stop = keepLeases(desks);

  const asked = questions();
  const times = { acks: [], answers: [], relayed: [], refused: {} };
  const waiting = new Map();
  /** Conversations that the robot still holds. */
  const withRobot = people.slice();
  const hear = (event) => {
    const { clientId, conversationId, kind, status } = event;
    if (kind === 'answer' && waiting.has(conversationId)) {
      times.answers.push(performance.now() - waiting.get(conversationId));
      waiting.delete(conversationId);
    }
    if (kind === 'status' && status === 'queued') {
      const at = withRobot.findIndex((one) => one.conversationId === conversationId);
      if (at >= 0) withRobot.splice(at, 1);
    }
    if (kind === 'message' && waiting.has(clientId)) {
      times.relayed.push(performance.now() - waiting.get(clientId));
      waiting.delete(clientId);
    }
  };
  for (const { socket } of people) socket.on('event', hear);
  for (const { socket } of helped) socket.on('event', (event) => event.sender.type === 'agent' && hear(event));
  for (const { socket } of desks) socket.on('event', (event) => event.sender.type === 'citizen' && hear(event));

  const send = async (socket, payload) => {
    const at = performance.now();
    const answer = await socket
      .timeout(10_000)
      .emitWithAck('message:send', payload)
      .catch(() => ({ code: 'silence' }));
    if (answer.ok) times.acks.push(performance.now() - at);
    else times.refused[answer.code] = (times.refused[answer.code] ?? 0) + 1;
  };
  // Each kind of message goes round everybody, so that nobody writes more than a person may.
  const turns = new Map();
  const next = (list, kind) => {
    const n = turns.get(kind) ?? 0;
    turns.set(kind, n + 1);
    return list[n % list.length];
  };
  const before = { cpu: cpuMs(guichet.pid), at: performance.now() };
  let busiest = 0;
  const watch = setInterval(() => (busiest = Math.max(busiest, memoryMb(guichet.pid).now)), 1000);
  const total = await atRate(PER_SECOND, seconds, async (i) => {
    const clientId = randomUUID();
    const lot = i % 10;
    if (lot < TO_ROBOT) {
      const { socket, conversationId } = next(withRobot, 'robot');
      waiting.set(conversationId, performance.now());
      return send(socket, { conversationId, clientId, text: asked[i % asked.length] });
    }
    const toAgent = lot < TO_ROBOT + TO_AGENT;
    const { socket, conversationId, agent, epoch } = next(helped, toAgent ? 'citizen' : 'agent');
    waiting.set(clientId, performance.now());
    const text = 'Je regarde votre dossier et je vous réponds tout de suite.';
    return toAgent ? send(socket, { conversationId, clientId, text }) : send(agent.socket, { conversationId, clientId, text, epoch });
  });
  const took = performance.now() - before.at;
  const cpu = cpuMs(guichet.pid) - before.cpu;
  clearInterval(watch);
  stop();
  const memory = memoryMb(guichet.pid);
  for (const { socket } of [...people, ...helped, ...desks]) socket.disconnect();
  await guichet.stop();
  const verified = await command(folder, ['verify']).then(
    () => true,
    () => false,
  );
  return {
    citizens: CITIZENS,
    agents: AGENTS,
    perSecond: PER_SECOND,
    seconds,
    messages: total,
    acknowledged: times.acks.length,
    refused: times.refused,
    connectedInMs,
    ack: percentiles(times.acks),
    answer: percentiles(times.answers),
    relayed: percentiles(times.relayed),
    answers: times.answers.length,
    cpuShare: cpu / took,
    memoryMb: { busiest, end: memory.now, peak: memory.peak },
    verified,
  };
}
