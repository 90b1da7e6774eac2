import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.js';
import { AuditLog } from './audit-log.js';
import { Guesses } from './guesses.js';
import { MeController } from './me.controller.js';
import { Passwords } from './passwords.js';
import { SecondFactors } from './second-factors.js';
import { SignInData } from './sign-in-data.js';
import { StaffSessions } from './staff-sessions.js';

@Module({
  controllers: [AccountsController, MeController],
  providers: [Accounts, AuditLog, Guesses, Passwords, SecondFactors, SignInData, StaffSessions],
  exports: [Accounts, AuditLog, StaffSessions],
})
export class AccountsModule {}
