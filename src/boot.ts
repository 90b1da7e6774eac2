import type { AddressInfo } from 'node:net';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { Announcer } from './conversation/index.js';
import { ContentStore } from './knowledge/index.js';
import { Addresses } from './platform/addresses.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { Database } from './platform/database.js';
import { apiDoor, HttpFailures, noStore, securityHeaders } from './platform/http-door.js';
import { Limiter } from './platform/limiter.js';
import { lockDataFolder } from './platform/lock.js';
import { Log } from './platform/logging.js';
import { Origins } from './platform/origins.js';
import { RealtimeAdapter } from './platform/realtime.adapter.js';
import { redisStreams, type RedisHint } from './platform/redis-streams.js';
import { schema } from './schema.js';

export interface Running {
  app: NestExpressApplication;
  /** Where it really listens, e.g. "http://localhost:3000". */
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Starts the service: lock, database, migrations, doors, port. Throws with one readable line when it cannot. */
export async function boot(
  config: Config,
  {
    clock = new Clock(),
    log = Log.at(config.settings.logLevel),
    seedApart = false,
  }: { clock?: Clock; log?: Log; seedApart?: boolean } = {},
): Promise<Running> {
  const lock = config.settings.databaseUrl === undefined ? lockDataFolder(config.settings.data) : undefined;
  let database: Database | undefined;
  let hint: RedisHint | undefined;
  try {
    database = await Database.open(config, schema);
    if (seedApart && (await new ContentStore(database).currentId()) === undefined) await seedInProcess();
    hint = config.settings.redisUrl === undefined ? undefined : await redisStreams(config.settings.redisUrl, log);
    const app = await NestFactory.create<NestExpressApplication>(AppModule.on({ config, database, log, clock }), {
      logger: log,
      abortOnError: false,
      bodyParser: false,
    });
    const port = await listen(app, config, log, hint);
    const stop = stopper(app, database, hint, lock);
    return { app, port, url: app.get(Addresses).base, stop };
  } catch (error) {
    await hint?.close();
    await database?.close();
    lock?.release();
    throw error;
  }
}

/**
 * `guichet seed`, in a process of its own: reading and checking all content takes memory that this one would keep. It reads the settings from the
 * environment, as `serve` does.
 */
function seedInProcess(): Promise<void> {
  const cli = fileURLToPath(new URL('./cli.js', import.meta.url));
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, 'seed'], (error, _, said) =>
      error === null ? resolve() : reject(new Error(said.trim().replace(/^guichet: /, '') || error.message)),
    );
  });
}

async function listen(app: NestExpressApplication, config: Config, log: Log, hint: RedisHint | undefined): Promise<number> {
  const addresses = app.get(Addresses);
  const limiter = app.get(Limiter);
  let origins = new Origins(config);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    securityHeaders(addresses.secure),
    noStore,
    apiDoor(() => origins, limiter, addresses),
  );
  app.useBodyParser('json', { limit: '300kb', strict: true });
  app.useBodyParser('urlencoded', { limit: '32kb', extended: false, parameterLimit: 20 });
  app.useGlobalFilters(new HttpFailures(log));
  app.useWebSocketAdapter(new RealtimeAdapter(app, { config, limiter, origins: () => origins }, hint?.adapter));
  const server = app.getHttpServer() as import('node:http').Server;
  server.requestTimeout = 10_000;
  server.headersTimeout = 8000;
  await app.listen(config.settings.port, config.settings.host);
  addresses.port = (server.address() as AddressInfo).port;
  origins = new Origins(config, addresses.port);
  return addresses.port;
}

/** Tells the screens to come back, finishes the units under way, closes. Once. */
function stopper(
  app: NestExpressApplication,
  database: Database,
  hint: RedisHint | undefined,
  lock: { release(): void } | undefined,
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () =>
    (stopping ??= (async () => {
      app.get(Announcer).bye();
      await app.close();
      await hint?.close();
      await database.close();
      lock?.release();
    })());
}
