/** One engine in a process of its own: `node --expose-gc bench/corpus/measure.mjs '<task as JSON>'`. Prints what was measured as JSON. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { createAnalyser } from '../../dist/language/index.js';
import { accepts } from '../../dist/conversation/evaluate/judge.js';
import { readLabelled } from '../../dist/conversation/evaluate/labelled.js';
import { longMessages } from '../transport/long-messages.mjs';
import { percentile } from '../transport/people.mjs';
import { storedSnapshot } from './texts.mjs';

/** How often each question is asked: the least CPU counts. Other processes share the cores, and a wait for one says nothing of an engine. */
const TIMES = 3;
const WARM = 20;

const task = JSON.parse(process.argv[2]);
const engine = await import(`./engines/${task.module}.mjs`);
const stored = task.from === 'stored' ? await storedSnapshot(task.folder) : undefined;
const { questions } = readLabelled(task.questions);
const before = held();
const began = process.cpuUsage();
const search = await made();
const building = { cpuMs: cpuSince(began) };
const built = since(before);
const found = await asked();
const long = await slowest();
console.log(JSON.stringify({ build: building, memory: { built, used: since(before) }, ...found, long }));
process.exit();

async function made() {
  if (stored !== undefined) return engine.searching(engine.read(stored));
  const given = deserialize(readFileSync(task.input));
  if (task.from === 'content') return engine.searching(engine.built(given.content));
  const analyser = createAnalyser(given.lexicon, given.vocabulary);
  const words = ({ tokens, concepts }) => [...tokens.map(({ stem }) => stem), ...concepts.map(({ id }) => `c:${id}`)];
  // The same French for all: function words too, since leaving them out finds less.
  const termsOf = { text: (text) => words(analyser.read(text)), question: (text) => words(analyser.analyse(text)) };
  return engine.build({ documents: given.documents, termsOf, peer: task.peer, ...task.options });
}

/** What it finds, and how long it looks; as many questions, in an order that is always the same, as there is time for. */
async function asked() {
  const order = questions.map((question, at) => ({ question, key: (at * 7919) % questions.length })).toSorted((a, b) => a.key - b.key);
  const until = performance.now() + task.askMs;
  const times = [];
  const ranks = [];
  for (const { question } of order.slice(0, WARM)) {
    await search(question.q);
    if (performance.now() > until) break;
  }
  for (const { question } of order) {
    let ids;
    let least = Infinity;
    for (let time = 0; time < TIMES && (time === 0 || performance.now() < until); time++) {
      const at = process.cpuUsage();
      ids = await search(question.q);
      least = Math.min(least, cpuSince(at));
    }
    times.push(least);
    const rank = ids.findIndex((id) => accepts(question.expected, id));
    ranks.push(rank < 0 ? Infinity : rank + 1);
    if (performance.now() > until) break;
  }
  const within = (place) => ranks.filter((rank) => rank <= place).length / ranks.length;
  return {
    n: ranks.length,
    recall: [1, 3, 10].map(within),
    query: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

/** The message of 4,000 characters that takes longest: hostile ones, and many questions in one. */
async function slowest() {
  const joined = questions
    .map(({ q }) => q)
    .join(' ')
    .slice(0, 4000);
  const until = performance.now() + task.askMs / 2;
  let most = { name: '', ms: 0 };
  for (const { name, text } of [{ name: 'questions in a row', text: joined }, ...longMessages()]) {
    let least = Infinity;
    for (let time = 0; time < TIMES && (time === 0 || performance.now() < until); time++) {
      const at = process.cpuUsage();
      await search(text);
      least = Math.min(least, cpuSince(at));
    }
    if (least > most.ms) most = { name, ms: least };
    if (performance.now() > until) break;
  }
  return most;
}

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
function held() {
  for (let time = 0; time < 3; time++) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}
function since({ heap, rss }) {
  const now = held();
  return { heapMb: (now.heap - heap) / 1e6, rssMb: (now.rss - rss) / 1e6 };
}
