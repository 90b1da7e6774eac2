import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { longMessages } from '../../bench/transport/long-messages.mjs';
import { citizen, startService, type Service } from '../harness/index.js';

/** The bench holds each to 100 ms; a test on a busy machine only proves that none of them runs away. */
const AT_MOST_MS = 3000;

let service: Service;
beforeAll(async () => {
  service = await startService({ content: true });
}, 90_000);
afterAll(() => service.close());

it('answers every message of 4,000 characters that was made to be slow', async () => {
  const times: { name: string; ms: number }[] = [];
  for (const { name, text } of longMessages()) {
    expect(text.length).toBeLessThanOrEqual(4000);
    const marie = await citizen(service.url);
    const started = performance.now();
    const answer = await marie.say(text);
    times.push({ name, ms: performance.now() - started });
    expect({ name, answer }).toMatchObject({ name, answer: { ok: true } });
    const log = await marie.log();
    expect({ name, kinds: log.slice(1, 3).map(({ kind }) => kind) }).toEqual({ name, kinds: ['message', 'answer'] });
    await marie.close();
  }
  const slowest = times.sort((a, b) => b.ms - a.ms).slice(0, 5);
  console.log(`slowest long messages: ${slowest.map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`).join(', ')}`);
  expect(times.filter(({ ms }) => ms > AT_MOST_MS)).toEqual([]);
}, 120_000);

it('goes on answering others while long messages are thought about', async () => {
  const [marie, paul] = await Promise.all([citizen(service.url), citizen(service.url)]);
  const slow = longMessages()
    .slice(0, 10)
    .map(({ text }) => marie.say(text));
  const started = performance.now();
  expect(await paul.say('Bonjour')).toMatchObject({ ok: true });
  expect(performance.now() - started).toBeLessThan(AT_MOST_MS);
  await Promise.all(slow);
  await Promise.all([marie.close(), paul.close()]);
}, 60_000);
