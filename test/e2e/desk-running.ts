import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import 'reflect-metadata';
import { Accounts } from '../../src/accounts/index.js';
import { boot, type Running } from '../../src/boot.js';
import type { Role } from '../../src/contract/index.js';
import { FolderImport } from '../../src/knowledge/import-folder.js';
import { readConfig } from '../../src/platform/config.js';
import { Log } from '../../src/platform/logging.js';
import { PASSWORD, UNLIMITED } from '../harness/service.js';
import { article, examples, intents, smallContent, withFiles } from '../unit/knowledge/small-content.js';
import { removeFolder, temporaryFolder } from '../harness/data-folder.js';

/** The service in this process, so that a test may also look behind its doors. */
export class RunningDesk {
  private constructor(
    private readonly running: Running,
    private readonly folder: string,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<RunningDesk> {
    const folder = temporaryFolder();
    const limits = join(folder, 'limits.yml');
    // YAML holds JSON. On a fast machine a whole file of tests opens more sockets a minute than one address may.
    writeFileSync(limits, JSON.stringify(UNLIMITED));
    const config = readConfig({
      GUICHET_HOST: '127.0.0.1',
      GUICHET_PORT: '0',
      GUICHET_DATA: folder,
      GUICHET_LOG: 'silent',
      GUICHET_SEED: 'none',
      GUICHET_LIMITS: limits,
      ...settings,
    });
    return new RunningDesk(await boot(config, { log: Log.at('silent') }), folder);
  }

  get url(): string {
    return `http://127.0.0.1:${this.running.port}`;
  }
  get accounts(): Accounts {
    return this.running.app.get(Accounts, { strict: false });
  }

  /** The account's id. */
  async addStaff(email: string, name: string, roles: Role[] = ['agent'], services = ['accueil']): Promise<string> {
    const added = await this.accounts.add({ email, name, roles, services }, 'cli', PASSWORD);
    if (!added.ok) throw new Error(added.code);
    return added.account.id;
  }

  /** Two articles and one whose id has a slash, published. */
  async publishArticles(): Promise<void> {
    const files = withFiles(
      smallContent().filter(({ path }) => !path.startsWith('intents/always')),
      { path: 'knowledge-base/fr/essais/carte.md', text: article('particuliers/F1', { title: 'Carte d’identité' }) },
      {
        path: 'intents/fr/essais.yml',
        text:
          intents({ passeport: examples('passeport biométrique'), permis: examples('conduite auto') }) +
          intents({ carte: examples('carte identité') }).replace('article: carte', 'article: particuliers/F1'),
      },
    );
    const imports = this.running.app.get(FolderImport, { strict: false });
    const imported = await imports.run({ files, draft: false, note: 'essai', by: { id: 'system', name: 'Essai' } });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  }

  async stop(): Promise<void> {
    await this.running.stop();
    removeFolder(this.folder);
  }
}

/** A mail server that takes every mail and keeps it. `refuse` makes it turn the next ones away. */
export class MailServer {
  readonly mails: string[] = [];
  refuse = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.talk(socket));

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => {});
    let mail: string | undefined;
    let waiting = '';
    socket.write('220 test\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      waiting += text;
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (mail !== undefined && line !== '.') mail += `${line}\n`;
        else if (mail !== undefined) {
          // Long lines were folded on their way.
          this.mails.push(mail.replaceAll('=\n', ''));
          mail = undefined;
          socket.write('250 taken\r\n');
        } else if (line === 'DATA' && this.refuse-- > 0) socket.write('451 later\r\n');
        else if (line === 'DATA') {
          mail = '';
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  }
}
