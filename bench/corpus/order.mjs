/**
 * Does the way in which an installation was filled show in its answers? Two installations, two processes, the same content brought in in another order:
 * the answers must be the same to the byte.
 *
 *   node bench/corpus/order.mjs --questions <folder of labelled questions> [--corpus <folder of the package>] [--audience particuliers]
 *
 * One takes the town's own content, then the corpus; the other the corpus, then the town's content. Takes as long as three publications each.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelled } from '../../dist/conversation/evaluate/labelled.js';
import { ROOT, temporaryFolder } from '../transport/processes.mjs';
import { command, corpusIn } from './folders.mjs';

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
if (option('--questions') === undefined) throw new Error('--questions: a folder of labelled questions');
const { questions, outOfScope, dialogues } = readLabelled(option('--questions'));
const asked = [
  ...[...questions, ...outOfScope].map(({ id, q }) => ({ id, q })),
  ...dialogues.map(({ id, turns }) => ({ id, turns: turns.map(({ q }) => ({ q })) })),
];
const input = asked.map((item) => `${JSON.stringify(item)}\n`).join('');
const work = temporaryFolder();
const own = ['import', 'folder', ROOT];
const corpus = ['import', 'service-public', corpusIn(work, option('--corpus')), '--audience', option('--audience') ?? 'particuliers'];

const answers = [];
for (const [name, imports] of Object.entries({ 'town first': [own, corpus], 'corpus first': [corpus, own] })) {
  const folder = join(work, name.replace(' ', '-'));
  mkdirSync(folder);
  for (const each of imports) await command(folder, each);
  answers.push(await command(folder, ['ask', '--batch', '--at', '2026-11-22'], input));
  console.log(`${name}: ${answers.at(-1).trim().split('\n').length} answers, ${createHash('sha256').update(answers.at(-1)).digest('hex')}`);
}
const same = answers[0] === answers[1];
console.log(same ? 'the same, to the byte' : `different from line ${differsAt(answers[0].split('\n'), answers[1].split('\n'))} on`);
process.exitCode = same ? 0 : 1;

function differsAt(one, other) {
  return one.findIndex((line, at) => line !== other[at]) + 1;
}
