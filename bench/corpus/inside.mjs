/**
 * Where Guichet's own time and memory go: `node --expose-gc bench/corpus/inside.mjs <installation> <questions> [build]`. By function, what a query
 * spends; by part of the snapshot, how many megabytes it holds; with `build`, by phase, what building spends. Prints JSON.
 */
import { Session } from 'node:inspector/promises';
import { readLabelled } from '../../dist/conversation/evaluate/labelled.js';
import { openingMemory, reply } from '../../dist/dialogue/index.js';
import { understand } from '../../dist/matching/index.js';
import { context } from '../answers/labelled.mjs';
import { built, read } from './engines/guichet.mjs';
import { sizesOf } from './sizes.mjs';
import { contentOf, storedSnapshot } from './texts.mjs';

const [folder, questionsFolder, also] = process.argv.slice(2);
const questions = readLabelled(questionsFolder).questions.map(({ q }) => q);
const stored = await storedSnapshot(folder);
const snapshot = read(stored);
const ROUNDS = 5;
const each = (work) => () => {
  for (let round = 0; round < ROUNDS; round++) for (const q of questions) work(q);
};
const asking = each((q) => understand(snapshot, q));
asking();
const calls = questions.length * ROUNDS;
const found = {
  understand: spent(await profiled(200, asking), calls),
  reply: spent(
    await profiled(
      200,
      each((q) => reply(snapshot, openingMemory('fr'), { text: q }, context)),
    ),
    calls,
  ),
  memoryMb: sizesOf(snapshot),
};
if (also === 'build') {
  const content = await contentOf(folder);
  found.build = phases(await profiled(2000, () => built(content)));
}
console.log(JSON.stringify(found));

async function profiled(interval, work) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const time = new Map(profile.nodes.map(({ id }) => [id, 0]));
  profile.samples.forEach((id, at) => time.set(id, time.get(id) + profile.timeDeltas[at] / 1000));
  return { nodes: new Map(profile.nodes.map((node) => [node.id, node])), root: profile.nodes[0].id, time };
}

/** Milliseconds a call: by function alone, most first. */
function spent({ nodes, time }, times) {
  const own = {};
  let all = 0;
  for (const [id, ms] of time) {
    const { functionName, url } = nodes.get(id).callFrame;
    if (functionName === '(idle)' || functionName === '(program)') continue;
    const name = `${functionName || '(anonymous)'} ${url.split('/dist/').at(-1).split('/node_modules/').at(-1)}`.trim();
    own[name] = (own[name] ?? 0) + ms / times;
    all += ms / times;
  }
  return {
    ms: all,
    own: Object.fromEntries(
      Object.entries(own)
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, 15),
    ),
  };
}

/** Milliseconds under the outermost call of each phase of building, and of all of it. */
function phases({ nodes, root, time }) {
  const NAMES = [
    'judgeLabels',
    'fitGate',
    'fitKinds',
    'vocabularyOf',
    'createAnalyser',
    'VectorSpace',
    'NearestExamples',
    'Bm25',
    'PassageWords',
    'ArticleShelf',
    'contentHash',
  ];
  const sums = { all: 0 };
  const walk = (id, phase) => {
    const { callFrame, children = [] } = nodes.get(id);
    const here = phase ?? NAMES.find((name) => name === callFrame.functionName);
    sums.all += time.get(id);
    if (here !== undefined) sums[here] = (sums[here] ?? 0) + time.get(id);
    for (const child of children) walk(child, here);
  };
  walk(root, undefined);
  return sums;
}
