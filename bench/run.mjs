/**
 * `npm run bench` : every figure that Guichet promises, measured in one run on this machine.
 *
 *   node bench/run.mjs [--only answers,starting,relay,botTurn,longMessages,load] [--seconds 60] [--readme]
 *
 * Prints one line of JSON and a table, and writes bench/results.md. It starts its own servers on free ports of the loopback, with
 * data of their own, takes about four minutes and ends by itself. `--readme` writes the table into the README as well.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { botTurn } from './transport/bot-turn.mjs';
import { load } from './transport/load.mjs';
import { longAnswers } from './transport/long-answers.mjs';
import { CLI, guichet, ROOT, temporaryFolder } from './transport/processes.mjs';
import { relay } from './transport/relay.mjs';
import { starting } from './transport/starting.mjs';
import { tableOf } from './table.mjs';

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const JUDGE = join(ROOT, 'knowledge-base', 'questions', 'judge');
const PARTS = {
  answers: async () => JSON.parse(await guichet(temporaryFolder(), ['evaluate', JUDGE, '--json'])),
  starting,
  relay,
  botTurn,
  longMessages: longAnswers,
  load: () => load(Number(option('--seconds') ?? 60)),
};

if (!existsSync(CLI)) throw new Error('dist/cli.js is not there: npm run build comes first');
const chosen = option('--only')?.split(',') ?? Object.keys(PARTS);
const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: { node: process.version, cores: availableParallelism(), load: Number(loadavg()[0].toFixed(1)) },
};
for (const name of chosen) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`no part ${name}: ${Object.keys(PARTS).join(', ')}`);
  console.error(`${name} …`);
  try {
    results[name] = await part();
  } catch (error) {
    // One part that fails must not hide what the others measured.
    results[name] = { failed: error.message };
    process.exitCode = 1;
  }
}

const table = tableOf(results);
console.log(JSON.stringify(results));
console.log(table);
if (option('--only') === undefined) writeFileSync(join(ROOT, 'bench', 'results.md'), `# Measured by \`npm run bench\`\n\n${table}\n`);
if (process.argv.includes('--readme')) intoReadme(table);
process.exit();

function intoReadme(text) {
  const path = join(ROOT, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [start, end] = [/<!-- figures:[^>]*-->\n/.exec(readme), readme.indexOf('<!-- /figures -->')];
  if (start === null || end < 0) throw new Error('README.md has no place for the figures');
  writeFileSync(path, `${readme.slice(0, start.index + start[0].length)}\n${text}\n\n${readme.slice(end)}`);
}
