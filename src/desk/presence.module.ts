import { Global, Module } from '@nestjs/common';
import { HandOff } from '../conversation/index.js';
import { DeskHandOff } from './desk-hand-off.js';
import { Presence } from './presence.js';

/** Global, since the conversation's room, one floor below, is given its HandOff from here. */
@Global()
@Module({
  providers: [Presence, { provide: HandOff, useClass: DeskHandOff }],
  exports: [Presence, HandOff],
})
export class PresenceModule {}
