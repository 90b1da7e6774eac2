import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { PersonalDataRooms } from '../platform/personal-data.js';
import { Purge } from './purge.js';
import { Rights } from './rights.js';

@Module({
  imports: [AccountsModule],
  providers: [{ provide: PersonalDataRooms, useFactory: () => new PersonalDataRooms() }, Purge, Rights],
  exports: [PersonalDataRooms, Rights],
})
export class PrivacyModule {}
