import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Addresses } from './addresses.js';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database.js';
import { Limiter } from './limiter.js';
import { Log } from './logging.js';
import { Metrics } from './metrics.js';
import { PersonalDataRooms } from './personal-data.js';
import { SecretBox } from './secret-box.js';

/** What is opened before Nest starts, and handed to it. */
export interface Ground {
  config: Config;
  database: Database;
  log: Log;
  clock: Clock;
}

@Global()
@Module({})
export class PlatformModule {
  static on({ config, database, log, clock }: Ground): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: Database, useValue: database },
      { provide: Log, useValue: log },
      { provide: Clock, useValue: clock },
      { provide: PersonalDataRooms, useFactory: () => new PersonalDataRooms() },
      { provide: SecretBox, useFactory: () => SecretBox.of(config) },
      Metrics,
      Limiter,
      Addresses,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
