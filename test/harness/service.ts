import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { LIMITS, type LimitName, type Role } from '../../src/contract/index.js';
import { CLI, environment, guichet, type Ended } from './command.js';
import { removeFolder, temporaryFolder } from './data-folder.js';
import { within } from './waiting.js';

export interface ServiceOptions {
  env?: Record<string, string>;
  /** The default: every limit raised out of the way. A test of limits hands in its own, or {} for the defaults. */
  limits?: Partial<Record<LimitName, number>>;
  /** The content of a GUICHET_SITES file. */
  sites?: object;
  /** `true` fills the database from knowledge-base/ and intents/; otherwise no article is there. */
  content?: boolean;
  port?: number;
}

const START_WITHIN_MS = 60_000;
/** No limit of a rate or of a number of sockets; the longest message keeps its limit. */
export const UNLIMITED = Object.fromEntries(
  (Object.keys(LIMITS) as LimitName[])
    .filter((name) => name !== 'message.characters' && name !== 'sync.page' && name !== 'callback.perConversation')
    .map((name) => [name, 1_000_000]),
) as Partial<Record<LimitName, number>>;

/** A port that nobody listens on right now, for a service that has to come back where it was. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** One `guichet serve` as a process of its own, with its own data folder: what is tested is what is shipped. */
export class Service {
  url = '';
  port = 0;
  /** What it printed so far, both streams. */
  output = '';
  readonly folder = temporaryFolder();
  readonly settings: Record<string, string>;
  private child: ChildProcess | undefined;
  private ended: Promise<number | null> = Promise.resolve(null);

  constructor({ env = {}, limits = UNLIMITED, sites, content = false, port = 0 }: ServiceOptions) {
    this.settings = {
      GUICHET_HOST: '127.0.0.1',
      GUICHET_PORT: String(port),
      GUICHET_DATA: join(this.folder, 'data'),
      GUICHET_SEED: content ? 'content' : 'none',
      GUICHET_LIMITS: this.file('limits.yml', limits),
      ...(sites === undefined ? {} : { GUICHET_SITES: this.file('sites.yml', sites) }),
      ...env,
    };
  }

  get pid(): number {
    return this.child!.pid!;
  }
  get databaseUrl(): string | undefined {
    return this.settings['GUICHET_DATABASE_URL'];
  }
  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts it, again after a stop or a kill; resolves when it listens. */
  async start(): Promise<this> {
    if (!existsSync(CLI)) throw new Error('dist/cli.js is not there: npm run build comes before these tests');
    // With a public address the printed one does not tell the port.
    const announced = this.settings['GUICHET_PUBLIC_URL'] === undefined;
    if (!announced && this.settings['GUICHET_PORT'] === '0') this.settings['GUICHET_PORT'] = String(await freePort());
    const child = spawn(process.execPath, [CLI, 'serve'], { env: environment(this.settings), stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    this.ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
    let printed = '';
    const listening = new Promise<string>((resolve, reject) => {
      const hear = (text: string) => {
        this.output += text;
        printed += text;
        const line = /Demo page:\s+(https?:\/\/\S+?)\/?\n/.exec(printed);
        if (line) resolve(line[1]!);
      };
      child.stdout!.setEncoding('utf8').on('data', hear);
      child.stderr!.setEncoding('utf8').on('data', hear);
      child.once('error', reject);
      void this.ended.then((code) => reject(new Error(`guichet serve ended with ${code}:\n${printed.slice(-3000)}`)));
    });
    try {
      const printedUrl = new URL(await within(START_WITHIN_MS, 'guichet serve listens', listening));
      this.port = Number(announced ? printedUrl.port : this.settings['GUICHET_PORT']);
    } catch (error) {
      await this.kill();
      throw error;
    }
    this.url = `http://127.0.0.1:${this.port}`;
    return this;
  }

  /** SIGTERM; resolves with the exit code. */
  async stop(): Promise<number | null> {
    if (this.running) this.child!.kill('SIGTERM');
    return this.ended;
  }
  /** SIGKILL, to this process alone. */
  async kill(): Promise<void> {
    if (this.running) this.child!.kill('SIGKILL');
    await this.ended;
  }
  /** Ends it whatever its state and removes its folder: for afterAll. */
  async close(): Promise<void> {
    const late = setTimeout(() => this.running && this.child!.kill('SIGKILL'), 12_000);
    await this.stop();
    clearTimeout(late);
    removeFolder(this.folder);
  }

  /** `guichet …` on the same data, beside the running service. */
  command(args: string[], input = ''): Promise<Ended> {
    return guichet(args, this.settings, input);
  }

  /** A staff account with the password `PASSWORD`. */
  async addStaff({ email, name, roles = ['agent'], services = ['accueil'] }: NewStaff): Promise<void> {
    const added = await this.command(
      [
        'staff',
        'add',
        '--email',
        email,
        '--name',
        name ?? email.split('@')[0]!,
        ...roles.flatMap((role) => ['--role', role]),
        ...services.flatMap((service) => ['--service', service]),
        '--password-stdin',
      ],
      `${PASSWORD}\n`,
    );
    if (added.code !== 0) throw new Error(`staff add: ${added.stderr || added.stdout}`);
  }

  private file(name: string, content: object): string {
    const path = join(this.folder, name);
    writeFileSync(path, stringify(content));
    return path;
  }
}

export interface NewStaff {
  email: string;
  name?: string;
  roles?: Role[];
  services?: string[];
}
export const PASSWORD = 'une phrase de passe pour les tests';

export const startService = (options: ServiceOptions = {}): Promise<Service> => new Service(options).start();
