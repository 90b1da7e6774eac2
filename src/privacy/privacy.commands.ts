import type { Command } from 'commander';
import { AuditLog } from '../accounts/index.js';
import { Metrics } from '../platform/metrics.js';
import { PersonalDataRooms, type PersonalData } from '../platform/personal-data.js';
import type { Ground } from '../platform/platform.module.js';
import { Purge } from './purge.js';
import { Rights } from './rights.js';

/** The ground of a command, with the rooms that store personal data: they stand on higher floors. */
export type PrivacyGround = Ground & { rooms: PersonalData[] };
/** Opens the ground, does the work, closes it. */
export type WithPrivacyGround = (work: (ground: PrivacyGround) => Promise<void>) => Promise<void>;

const UNKNOWN = 'no conversation with this id';

/** `guichet erase`, `guichet access` and `guichet purge`: what a data protection officer needs. */
export function registerPrivacyCommands(program: Command, within: WithPrivacyGround): void {
  program
    .command('erase <conversationId>')
    .description('take the texts of a conversation back, everywhere; its numbering stays')
    .action((id: string) =>
      within(async (ground) => {
        if (!(await rights(ground).erase(id, 'cli'))) throw new Error(`erase: ${UNKNOWN}`);
        console.log(`${id}: erased`);
      }),
    );
  program
    .command('access <conversationId>')
    .description('print as JSON all that is kept about a conversation')
    .action((id: string) =>
      within(async (ground) => {
        const kept = await rights(ground).access(id, 'cli');
        if (kept === undefined) throw new Error(`access: ${UNKNOWN}`);
        console.log(JSON.stringify(kept, null, 2));
      }),
    );
  program
    .command('purge')
    .description('remove what is past its date now, and print the report')
    .option('--despite-guard', 'even when an unusual share of the base is past its date', false)
    .action((options: { despiteGuard: boolean }) =>
      within(async ({ database, rooms, clock, log }) => {
        const purge = new Purge(database, new PersonalDataRooms(rooms), new AuditLog(database, clock), clock, log, new Metrics());
        const report = await purge.now(options);
        console.log(JSON.stringify(report, null, 2));
        if (report.stopped)
          throw new Error('purge: held back, since more than 500 rows and 5 % of a class are past their date; see --despite-guard');
      }),
    );
}

const rights = ({ database, rooms, clock }: PrivacyGround) =>
  new Rights(database, new PersonalDataRooms(rooms), new AuditLog(database, clock), clock);
