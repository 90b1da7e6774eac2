import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { Purge } from './purge.js';
import { Rights } from './rights.js';

@Module({
  imports: [AccountsModule],
  providers: [Purge, Rights],
  exports: [Rights],
})
export class PrivacyModule {}
