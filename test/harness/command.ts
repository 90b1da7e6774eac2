import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './imports.js';

export const CLI = join(ROOT, 'dist', 'cli.js');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  ms: number;
}

/** The environment of a child: ours without any setting of Guichet, so that a developer's shell changes no test. */
export function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GUICHET_') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(own), ...settings };
}

/** Runs `guichet …` to its end. */
export function guichet(args: string[], settings: Record<string, string>, input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [CLI, ...args], { env: environment(settings), stdio: 'pipe' });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...out, ms: performance.now() - started }));
    // A command that never reads its input closes the pipe before we write.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
