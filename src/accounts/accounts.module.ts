import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.js';
import { AuditLog } from './audit-log.js';
import { Passwords } from './passwords.js';
import { SignInData } from './sign-in-data.js';
import { StaffSessions } from './staff-sessions.js';

@Module({
  controllers: [AccountsController],
  providers: [Accounts, AuditLog, Passwords, SignInData, StaffSessions],
  exports: [Accounts, AuditLog, StaffSessions],
})
export class AccountsModule {}
