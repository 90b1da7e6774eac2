import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { stringify } from 'yaml';
import { Accounts, type ActorValue } from '../../../src/accounts/index.js';
import { AppModule } from '../../../src/app.module.js';
import { type CitizenSession, CitizenSessions } from '../../../src/conversation/citizen-session.js';
import { AskHuman } from '../../../src/conversation/ask-human.js';
import { OpenConversation } from '../../../src/conversation/open-conversation.js';
import { ReadLog, type ConversationRow } from '../../../src/conversation/index.js';
import { TakeTurn } from '../../../src/conversation/take-turn.js';
import type { Role } from '../../../src/contract/index.js';
import { Clock } from '../../../src/platform/clock.js';
import { readConfig } from '../../../src/platform/config.js';
import { Database } from '../../../src/platform/database.js';
import { Log } from '../../../src/platform/logging.js';
import { schema } from '../../../src/schema.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';

const SITE = {
  key: 'demo',
  name: 'Ville de Valclair',
  services: [
    { id: 'accueil', name: 'Accueil', holidays: 'none' },
    { id: 'etat-civil', name: 'État civil', holidays: 'none' },
    { id: 'urbanisme', name: 'Urbanisme', holidays: 'none' },
  ],
  defaultService: 'accueil',
};

/** A clock that tests move. */
export class OwnClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

/** The whole house on a database of its own, without its doors. Nothing in it is a fake but the clock. */
export class DeskHouse {
  private constructor(
    readonly app: INestApplicationContext,
    readonly database: Database,
    readonly clock: OwnClock,
    private readonly folder: string,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<DeskHouse> {
    const folder = temporaryFolder();
    const sites = join(folder, 'sites.yml');
    writeFileSync(sites, stringify({ sites: [SITE] }));
    const config = readConfig({ GUICHET_DATA: folder, GUICHET_SITES: sites, GUICHET_SEED: 'none', GUICHET_LOG: 'silent', ...settings });
    const database = await Database.open(config, schema);
    const clock = new OwnClock();
    const log = Log.at('silent');
    const app = await NestFactory.createApplicationContext(AppModule.on({ config, database, log, clock }), {
      logger: log,
      abortOnError: false,
    });
    return new DeskHouse(app, database, clock, folder);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    removeFolder(this.folder);
  }

  get<T>(type: Type<T> | (abstract new (...values: never[]) => T)): T {
    return this.app.get(type as Type<T>, { strict: false });
  }

  async staff(
    name: string,
    { roles = ['agent'], services = ['accueil'] }: { roles?: Role[]; services?: string[] } = {},
  ): Promise<ActorValue> {
    const email = `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@valclair.example`;
    const added = await this.get(Accounts).add({ email, name, roles, services }, 'cli');
    if (!added.ok) throw new Error(added.code);
    return { id: added.account.id, session: randomUUID(), name, email, roles, services };
  }

  async citizen(): Promise<Citizen> {
    const { session } = await this.get(CitizenSessions).open('demo');
    const opened = await this.get(OpenConversation).open(session, { site: 'demo', lang: 'fr', page: '/etat-civil' });
    if (!opened.ok) throw new Error(opened.code);
    return new Citizen(this, session, opened.conversationId);
  }
  /** A citizen who asked for a person. */
  async queued(service?: string, said = 'Bonjour'): Promise<Citizen> {
    const citizen = await this.citizen();
    await citizen.say(said);
    await citizen.ask(service);
    return citizen;
  }

  async row(id: string): Promise<ConversationRow> {
    return (await this.get(ReadLog).conversation(id))!;
  }
  async events(id: string) {
    return (await this.get(ReadLog).events(id, 0, 1000)).events;
  }
  /** Puts the end of a lease into the past, as 90 s without a renewal would. */
  async expire(id: string): Promise<void> {
    await this.database.write.perform((tx) =>
      tx.run("UPDATE conversation SET lease_until = '2020-01-01T00:00:00.000Z' WHERE id = ?", [id]),
    );
  }
}

export class Citizen {
  constructor(
    private readonly house: DeskHouse,
    readonly session: CitizenSession,
    readonly id: string,
  ) {}

  get line() {
    return { conversationId: this.id, clientId: randomUUID() };
  }
  say(text: string) {
    return this.house.get(TakeTurn).say(this.session, { ...this.line, text });
  }
  ask(service?: string) {
    return this.house.get(AskHuman).ask(this.session, { ...this.line, ...(service === undefined ? {} : { service }) });
  }
}
