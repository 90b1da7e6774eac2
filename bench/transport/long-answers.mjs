/** How long does a message of 4,000 characters take that was made to be slow? One at a time, from sending to acknowledgement. */
import { randomUUID } from 'node:crypto';
import { longMessages } from './long-messages.mjs';
import { call, citizen, percentile } from './people.mjs';
import { cpuMs, startGuichet, temporaryFolder } from './processes.mjs';

const TIMES = 5;

export async function longAnswers() {
  const guichet = await startGuichet(temporaryFolder());
  const ask = async (text) => {
    const one = await citizen(guichet.url);
    const at = performance.now();
    await call(one.socket, 'message:send', { conversationId: one.conversationId, clientId: randomUUID(), text });
    const ms = performance.now() - at;
    one.socket.disconnect();
    return ms;
  };
  const measured = [];
  for (const { name, text } of longMessages()) {
    await ask(text);
    const before = cpuMs(guichet.pid);
    const times = [];
    for (let i = 0; i < TIMES; i++) times.push(await ask(text));
    measured.push({ name, ms: percentile(times, 0.5), cpuMs: (cpuMs(guichet.pid) - before) / TIMES });
  }
  await guichet.stop();
  return measured.toSorted((a, b) => b.ms - a.ms);
}
