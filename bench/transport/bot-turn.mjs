/**
 * What does a turn with the robot cost on the shipped content: understood, answered, stored twice, told? Measured on one process,
 * in turn with messages between a citizen and an agent at the same rate: what they share is not the robot's.
 */
import { randomUUID } from 'node:crypto';
import { agents, atRate, call, citizen, handOver, inLanes, percentiles } from './people.mjs';
import { cpuMs, startGuichet, temporaryFolder } from './processes.mjs';
import { questions } from './questions.mjs';

const PER_SECOND = 100;
const SECONDS = 5;
/** The compiler is at work for half a minute; what a turn costs is what it costs after that. */
const WARM_ROUNDS = 4;
const ROUNDS = 3;
const HELPED = 40;
const AGENTS = 2;

export async function botTurn() {
  const folder = temporaryFolder();
  const guichet = await startGuichet(folder, { 'message.perMinute': 1_000_000, 'message.perDay': 1_000_000 });
  const desks = await agents(guichet.url, folder, AGENTS);
  const helped = await inLanes(HELPED, 10, () => citizen(guichet.url));
  for (const [i, one] of helped.entries()) await handOver(one, desks[i % AGENTS]);
  const asked = questions();
  const total = PER_SECOND * SECONDS;
  const alone = await inLanes(total, 20, () => citizen(guichet.url));
  // A new conversation for each question: nobody was handed over before, and no memory leads astray.
  const anew = () =>
    inLanes(total, 20, async (i) => {
      const { conversationId } = await call(alone[i].socket, 'conversation:open', { site: 'demo', lang: 'fr' });
      alone[i].conversationId = conversationId;
    });

  const send = ({ socket, conversationId }, text) => call(socket, 'message:send', { conversationId, clientId: randomUUID(), text });
  const times = [];
  let question = 0;
  const kinds = {
    relayed: (i) => send(helped[i % HELPED], 'Bonjour, je voudrais savoir quels documents apporter pour refaire ma carte d’identité.'),
    answered: async (i) => {
      const { socket } = alone[i];
      const answer = new Promise((resolve) => {
        const hear = ({ kind }) => {
          if (kind !== 'answer') return;
          socket.off('event', hear);
          resolve(performance.now());
        };
        socket.on('event', hear);
      });
      const at = performance.now();
      const { seq } = await send(alone[i], asked[question++ % asked.length]);
      times.push({ ms: (await Promise.race([answer, later(2000)])) - at, seq });
    },
  };
  const cpuUs = { relayed: 0, answered: 0 };
  for (let round = 1 - WARM_ROUNDS; round <= ROUNDS; round++)
    for (const [kind, fire] of Object.entries(kinds)) {
      if (kind === 'answered') await anew();
      const before = cpuMs(guichet.pid);
      await atRate(PER_SECOND, SECONDS, fire);
      if (round > 0) cpuUs[kind] += ((cpuMs(guichet.pid) - before) * 1000) / total / ROUNDS;
      else times.length = 0;
    }
  for (const { socket } of [...alone, ...helped, ...desks]) socket.disconnect();
  await guichet.stop();
  const answers = times.map(({ ms }) => ms).filter((ms) => !Number.isNaN(ms));
  return { perSecond: PER_SECOND, turns: total * ROUNDS, cpuUs, answers: answers.length, answer: percentiles(answers) };
}

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms, Number.NaN));
