/**
 * How does Guichet's ranking stand beside others on the official corpus? In one run: the same texts, the same French, a process each.
 *
 *   node bench/corpus/run.mjs --questions <folder of labelled questions> [--corpus <folder of the package>] [--work <folder>]
 *        [--only guichet,building,minisearch,fts5,bayes,node-nlp] [--pack with,without] [--train-seconds 600] [--ask-seconds 60]
 *
 * Without --corpus the package is fetched by `npm pack`, peers are installed by npm, all into the --work folder, a temporary one unless
 * told: they are no dependencies. Prints one line of JSON and a table; a run of everything writes bench/corpus/results.md.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { serialize } from 'node:v8';
import { CLI, environment, ROOT, startGuichet, temporaryFolder } from '../transport/processes.mjs';
import { corpusIn, installationIn, peerIn, versionOf } from './folders.mjs';
import { insideOf, tableOf } from './table.mjs';
import { contentOf, documentsOf, storedSnapshot } from './texts.mjs';

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const list = (name, all) => option(name)?.split(',') ?? all;
if (!existsSync(CLI)) throw new Error('dist/cli.js is not there: npm run build comes first');
const questions = option('--questions');
if (questions === undefined) throw new Error('--questions: a folder of labelled questions');
const work = option('--work') === undefined ? temporaryFolder() : resolve(option('--work'));
mkdirSync(work, { recursive: true });
const trainMs = Number(option('--train-seconds') ?? 600) * 1000;
/** Guichet is asked and built under the profiler, however little time the others get to train. */
const INSIDE_MS = 600_000;
const askMs = Number(option('--ask-seconds') ?? 60) * 1000;

const ENGINES = {
  guichet: [{ name: 'Guichet, from the stored snapshot', module: 'guichet', from: 'stored' }],
  building: [{ name: 'Guichet, built', module: 'guichet', from: 'content' }],
  minisearch: [
    { name: `MiniSearch ${versionOf('minisearch')}, same French`, module: 'minisearch', package: 'minisearch' },
    { name: 'MiniSearch, fuzzy too', module: 'minisearch', package: 'minisearch', options: { fuzzy: true } },
  ],
  fts5: [{ name: 'SQLite FTS5, same French', module: 'fts5' }],
  bayes: [{ name: 'natural, Bayes, same French', module: 'bayes' }],
  'node-nlp': [{ name: `node-nlp ${versionOf('node-nlp')}, its own French, no long texts`, module: 'node-nlp', package: 'node-nlp' }],
};
const chosen = list('--only', Object.keys(ENGINES));
const packs = list('--pack', ['with', 'without']);

const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: { node: process.version, cores: availableParallelism(), load: Number(loadavg()[0].toFixed(1)) },
  questions: 0,
  rows: [],
};
for (const pack of packs) {
  const folder = await installationIn(work, pack === 'with', () => corpusIn(work, option('--corpus')));
  const input = await inputOf(folder);
  for (const engine of chosen.flatMap((name) => ENGINES[name] ?? [])) {
    console.error(`${engine.name}, ${pack} the pack …`);
    const row = { name: engine.name, pack, from: engine.from, module: engine.module, ...(await measured(engine, folder, input)) };
    // A run takes long: what is known is told, should it be cut.
    console.error(`  ${JSON.stringify(row)}`);
    results.rows.push(row);
  }
  if (chosen.includes('guichet')) {
    console.error(`inside, ${pack} the pack …`);
    results[`inside, ${pack} the pack`] = await child(
      'inside.mjs',
      [folder, questions, ...(chosen.includes('building') ? ['build'] : [])],
      INSIDE_MS,
    );
    results[`start, ${pack} the pack`] = await starting(folder);
  }
}
results.questions = Math.max(...results.rows.map(({ n }) => n ?? 0));
console.log(JSON.stringify(results));
const table = `${tableOf(results)}\n\n${insideOf(results)}`;
console.log(table);
if (option('--only') === undefined && option('--pack') === undefined)
  writeFileSync(join(ROOT, 'bench', 'corpus', 'results.md'), `# Measured by \`node bench/corpus/run.mjs\`\n\n${table}\n`);
process.exit();

/** What the engines are built from, in a file: read by each in its own process. */
async function inputOf(folder) {
  const content = await contentOf(folder);
  const { analyser } = (await storedSnapshot(folder)).read();
  const path = join(folder, 'input.bin');
  writeFileSync(path, serialize({ content, documents: documentsOf(content), ...analyser }));
  return path;
}

async function measured({ module, from, package: peer, options }, folder, input) {
  const installed = peer === undefined ? {} : peerIn(work, peer);
  if (installed.failed !== undefined) return { failed: `cannot be installed: ${installed.failed}` };
  const task = { module, from, folder, input, questions, options, peer: installed.path, askMs };
  try {
    return await child('measure.mjs', [JSON.stringify(task)], trainMs + 2 * askMs);
  } catch (error) {
    return { failed: error.message };
  }
}

/** From the start of the process until it listens; the better of two, since the first reads the disk. */
async function starting(folder) {
  const times = [];
  for (let time = 0; time < 2; time++) {
    const one = await startGuichet(folder);
    times.push(one.startMs);
    await one.stop();
  }
  return Math.min(...times);
}

/** Runs a file of this folder to its end; what it printed last, as JSON. */
function child(file, args, limitMs) {
  return new Promise((done, fail) => {
    const node = ['--expose-gc', '--max-old-space-size=6144', join(ROOT, 'bench', 'corpus', file), ...args];
    const one = spawn(process.execPath, node, { env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] });
    let [printed, said] = ['', ''];
    one.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
    one.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    // A run that is cut must not leave one behind.
    const end = () => one.kill('SIGKILL');
    process.once('exit', end);
    const late = setTimeout(end, limitMs);
    one.once('close', (code, signal) => {
      clearTimeout(late);
      process.off('exit', end);
      if (code === 0) return done(JSON.parse(printed.trim().split('\n').at(-1)));
      fail(
        new Error(
          signal === 'SIGKILL'
            ? `not done within ${limitMs / 1000} s`
            : (said
                .trim()
                .split('\n')
                .find((line) => /Error/.test(line)) ?? `ended with ${code}`),
        ),
      );
    });
  });
}
