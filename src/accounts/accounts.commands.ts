import type { Command } from 'commander';
import { newAccount, newPassword, type Role } from '../contract/index.js';
import type { Ground } from '../platform/platform.module.js';
import { SecretBox } from '../platform/secret-box.js';
import { Accounts } from './accounts.js';
import { AuditLog } from './audit-log.js';
import { Passwords } from './passwords.js';
import { SecondFactors } from './second-factors.js';

interface Added {
  email: string;
  name?: string;
  role: Role[];
  service: string[];
  passwordStdin?: boolean;
}
const many = (value: string, before: string[] = []) => [...before, ...value.split(',')];

/** `staff add|list|disable|reset|reset-second-factor`: short transactions that a running service sees at once. */
export function registerAccountsCommands(program: Command, within: (work: (ground: Ground) => Promise<void>) => Promise<void>): void {
  const staff = program.command('staff').description('staff accounts');
  const run = (work: (accounts: Accounts, secondFactors: () => SecondFactors) => Promise<void>) =>
    within(({ database, clock, config }) => {
      const audit = new AuditLog(database, clock);
      const secondFactors = () => new SecondFactors(database, clock, SecretBox.of(config), audit);
      return work(new Accounts(database, clock, config, new Passwords(), audit), secondFactors);
    });

  staff
    .command('add')
    .requiredOption('--email <email>')
    .option('--name <name>')
    .requiredOption('--role <role>', 'agent, supervisor, editor, admin or dpo; may be repeated', many)
    .option('--service <service>', 'may be repeated', many, [])
    .option('--password-stdin', 'read the password from standard input; without it, a one-time link is printed')
    .action(({ email, name, role, service, passwordStdin }: Added) =>
      run(async (accounts) => {
        const account = newAccount.safeParse({ email, name: name ?? email.split('@')[0], roles: role, services: service });
        if (!account.success)
          throw new Error(`staff add: ${account.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
        const password = passwordStdin ? await line() : undefined;
        if (password !== undefined && !newPassword.safeParse(password).success)
          throw new Error('staff add: a password has 12 to 200 characters');
        const added = await accounts.add(account.data, 'cli', password);
        if (!added.ok)
          throw new Error(added.code === 'already-taken' ? `staff add: ${email} exists already` : 'staff add: unknown service');
        console.log(
          added.token === undefined
            ? `added ${email}`
            : `added ${email}; to choose a password, once, within 7 days: /console/password#${added.token}`,
        );
      }),
    );
  staff.command('list').action(() =>
    run(async (accounts) => {
      for (const { email, name, roles, services, disabled } of await accounts.list())
        console.log(`${email}\t${name}\t${roles.join(',')}\t${services.join(',') || '-'}\t${disabled ? 'disabled' : 'active'}`);
    }),
  );
  staff
    .command('disable <email>')
    .action((email: string) =>
      run(async (accounts) => said(await accounts.disable(await idOf(accounts, email), true, 'cli'), `disabled ${email}`)),
    );
  staff.command('reset <email>').action((email: string) =>
    run(async (accounts) => {
      const reset = await accounts.reset(await idOf(accounts, email), 'cli');
      said(reset, reset.ok ? `to choose a password, once, within 7 days: /console/password#${reset.token}` : '');
    }),
  );
  staff
    .command('reset-second-factor <email>')
    .description('for whoever lost the authenticator app and the recovery codes')
    .action((email: string) =>
      run(async (accounts, secondFactors) => {
        const reset = await secondFactors().reset(await idOf(accounts, email), 'cli');
        if (!reset.ok) throw new Error(`staff: ${email} has no second factor`);
        console.log(`the password alone signs ${email} in`);
      }),
    );
}

async function idOf(accounts: Accounts, email: string): Promise<string> {
  const account = await accounts.byEmail(email);
  if (account === null) throw new Error(`staff: no account ${email}`);
  return account.id;
}

function said(result: { ok: boolean }, line: string): void {
  if (!result.ok) throw new Error('staff: refused (the last administrator cannot be disabled)');
  console.log(line);
}

async function line(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk as string;
  return text.split('\n')[0]!;
}
