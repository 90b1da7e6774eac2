/**
 * What does a turn with the robot cost on the shipped content: understood, answered, stored twice, told? Measured on one process,
 * in turn with messages between a citizen and an agent: what they share is not the robot's.
 *
 * So that all they share cancels, both kinds meet the same service in the same state: a thousand citizens who are helped and a thousand
 * who are alone stay connected throughout; each kind sends one message in each of its thousand conversations, at the same rate, and
 * is measured for one whole beat of the heartbeat, which tells every open room. Questions in new conversations beside
 * messages in a few old ones would count as the robot's what any message costs where nobody wrote a moment ago.
 *
 * What remains is the robot's: a question in a conversation of its own, so that nothing said before leads astray, is understood, the
 * answer composed, a second line stored with it, the memory kept and the answer told. Conversations are opened and leases
 * renewed between the measured stretches.
 */
import { randomUUID } from 'node:crypto';
import { agents, atRate, call, citizen, handOver, inLanes, percentiles, renewLeases } from './people.mjs';
import { cpuMs, startGuichet, temporaryFolder } from './processes.mjs';
import { questions } from './questions.mjs';

const PER_SECOND = 100;
/** One beat of the heartbeat: HEAD_BEACON_MS of the contract. */
const SECONDS = 10;
/** The compiler is at work for half a minute; what a turn costs is what it costs after that. */
const WARM_ROUNDS = 3;
const ROUNDS = 3;
const AGENTS = 20;
/** Few agents hold many conversations here, and write to nobody. */
const LIMITS = { 'agent.conversations': 50 };

export async function botTurn() {
  const folder = temporaryFolder();
  const guichet = await startGuichet(folder, LIMITS);
  const total = PER_SECOND * SECONDS;
  const desks = await agents(guichet.url, folder, AGENTS);
  const helped = await inLanes(total, 20, () => citizen(guichet.url));
  await inLanes(total, 10, (i) => handOver(helped[i], desks[i % AGENTS]));
  const alone = await inLanes(total, 20, () => citizen(guichet.url));
  const anew = () =>
    inLanes(total, 20, async (i) => {
      const { conversationId } = await call(alone[i].socket, 'conversation:open', { site: 'demo', lang: 'fr' });
      alone[i].conversationId = conversationId;
    });

  const asked = questions();
  const send = ({ socket, conversationId }, text) => call(socket, 'message:send', { conversationId, clientId: randomUUID(), text });
  const times = [];
  let question = 0;
  const kinds = {
    relayed: (i) => send(helped[i], 'Bonjour, je voudrais savoir quels documents apporter pour refaire ma carte d’identité.'),
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
      await send(alone[i], asked[question++ % asked.length]);
      times.push((await Promise.race([answer, later(2000)])) - at);
    },
  };
  const cpuUs = { relayed: 0, answered: 0 };
  for (let round = 1 - WARM_ROUNDS; round <= ROUNDS; round++)
    for (const [kind, fire] of Object.entries(kinds)) {
      await renewLeases(desks);
      if (kind === 'answered') await anew();
      const before = cpuMs(guichet.pid);
      await atRate(PER_SECOND, SECONDS, fire);
      if (round > 0) cpuUs[kind] += ((cpuMs(guichet.pid) - before) * 1000) / total / ROUNDS;
      else times.length = 0;
    }
  for (const { socket } of [...alone, ...helped, ...desks]) socket.disconnect();
  await guichet.stop();
  const answers = times.filter((ms) => !Number.isNaN(ms));
  return { perSecond: PER_SECOND, turns: total * ROUNDS, cpuUs, answers: answers.length, answer: percentiles(answers) };
}

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms, Number.NaN));
