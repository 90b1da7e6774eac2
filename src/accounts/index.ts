import { Account, AuditRow, OneTimeLink, StaffSessionRow } from './account.entity.js';
import { RecoveryCode, SecondFactor } from './second-factor.entity.js';
import { SecondFactorSchema1700000000250 } from './second-factor.migration.js';
import { AccountsSchema1700000000050 } from './schema.migration.js';

export { Accounts, type NewAccount } from './accounts.js';
export { registerAccountsCommands } from './accounts.commands.js';
export { AccountsModule } from './accounts.module.js';
export { AuditLog, firstBrokenLine, type AuditAction } from './audit-log.js';
export { SignInData } from './sign-in-data.js';
export { Actor, Allow, Anyone, StaffGuard } from './staff.guard.js';
export { STAFF_COOKIE, StaffSessions, type Actor as ActorValue } from './staff-sessions.js';
export const accountsEntities = [Account, AuditRow, OneTimeLink, RecoveryCode, SecondFactor, StaffSessionRow];
export const accountsMigrations = [AccountsSchema1700000000050, SecondFactorSchema1700000000250];
