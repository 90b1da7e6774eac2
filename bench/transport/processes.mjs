/** Child processes of a bench: started on a free port with data of their own, measured from outside, ended by us. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CLI = join(ROOT, 'dist', 'cli.js');
const START_WITHIN_MS = 60_000;
/** Kernel clock ticks a second, as /proc counts CPU. */
const TICKS = 100;

const running = new Set();
process.on('exit', () => running.forEach((one) => one.child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Our environment without any setting of Guichet: a bench measures the defaults and what it sets itself. */
export function environment(settings) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GUICHET_') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(own), ...settings };
}

/** Starts `node …args` and resolves once it printed a line that `listening` matches; its first group is the address. */
async function start(args, settings, listening) {
  const before = performance.now();
  const child = spawn(process.execPath, args, { env: environment(settings), stdio: ['ignore', 'pipe', 'pipe'] });
  const one = { child, pid: child.pid, url: '', startMs: 0 };
  running.add(one);
  let printed = '';
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`did not start: ${printed}`)), START_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        if (one.url !== '') return;
        printed += text;
        const found = listening.exec(printed);
        if (!found) return;
        clearTimeout(late);
        one.url = found[1].replace('localhost', '127.0.0.1');
        one.startMs = performance.now() - before;
        resolve();
      });
  });
  one.stop = async () => {
    running.delete(one);
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await ended;
    clearTimeout(late);
  };
  return one;
}

/** What comes from one machine here would come from many in a town: these limits alone are raised. */
const PER_ADDRESS = [
  'sockets.perAddress',
  'handshakes.perAddressPerSecond',
  'sessions.perAddressPerHour',
  'conversations.perAddressPerHour',
  'requests.perAddressPerMinute',
];

/** A Guichet with its content. `limits`: others than those of an address, for a bench that needs few people to write much. */
export function startGuichet(folder, limits = {}) {
  const file = join(folder, 'limits.yml');
  const raised = { ...Object.fromEntries(PER_ADDRESS.map((name) => [name, 1_000_000])), ...limits };
  writeFileSync(
    file,
    Object.entries(raised)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  );
  return start([CLI, 'serve'], guichetSettings(folder, { GUICHET_LIMITS: file }), /Demo page:\s+(http:\/\/[^\s/]+)/);
}
export const guichetSettings = (folder, more = {}) => ({
  GUICHET_HOST: '127.0.0.1',
  GUICHET_PORT: '0',
  GUICHET_DATA: join(folder, 'data'),
  GUICHET_LOG: 'warn',
  ...more,
});

export const startEcho = () => start([join(ROOT, 'bench', 'transport', 'echo-server.mjs')], {}, /(http:\/\/\S+)/);

/** Runs `guichet …` to its end; resolves with what it printed. */
export function guichet(folder, args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: environment(guichetSettings(folder)),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
    child.once('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`guichet ${args[0]} ended with ${code}: ${printed}`))));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** CPU that a process used so far, all its threads, in milliseconds. */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}
/** Resident memory in MB: now, and the most it ever was. */
export function memoryMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)[1]) / 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}
