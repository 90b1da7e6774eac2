import type { Command } from 'commander';
import { AuditLog } from '../../accounts/index.js';
import { contentOn } from '../../knowledge/index.js';
import type { Ground } from '../../platform/platform.module.js';
import { answeringCode } from '../../platform/version.js';
import { contextAt } from '../evaluate/ask.js';
import { ReadLog } from '../read-log.js';
import { replay } from './replay.js';
import { exitCodeOf, reportOf, reportText } from './report.js';

interface Options {
  json: boolean;
  show: boolean;
}

/** `replay`: past answers, rebuilt beside a running service. Whoever rebuilds one leaves a line in the audit log. */
export function registerReplay(program: Command, within: (work: (ground: Ground) => Promise<void>) => Promise<void>): void {
  program
    .command('replay <conversation>')
    .description('rebuild the robot’s answers of a conversation from their snapshots and compare; never prints what the citizen wrote')
    .option('--json', 'on one line', false)
    .option('--show', 'print the rebuilt answers and how they came about', false)
    .addHelpText('after', '\nExit code: 0 all as given, 2 some differ, 3 some could not be rebuilt and none differs.')
    .action((id: string, options: Options) =>
      within(async (ground) => {
        const { database, config, clock } = ground;
        const log = new ReadLog(database);
        const conversation = await log.conversation(id);
        if (conversation === undefined) throw new Error('replay: no conversation with this id');
        const events = await log.rows(id, conversation.last_seq);
        await new AuditLog(database, clock).record({ actor: 'cli', action: 'conversation-replayed', object: id });
        const { snapshots, store } = contentOn(ground);
        const site = config.site(conversation.site) ?? config.sites[0]!;
        const replayed = await replay({
          conversation,
          events,
          snapshotOf: (snapshot) => snapshots.byId(snapshot),
          contextAt: (at) => ({ ...contextAt(site, at), lang: conversation.lang }),
        });
        const published = new Map<string, string | undefined>();
        for (const { snapshot } of replayed.answers) if (snapshot !== null) published.set(snapshot, await store.publishedAt(snapshot));
        const report = reportOf(conversation, replayed, { code: answeringCode(), published, show: options.show });
        console.log(options.json ? JSON.stringify(report) : reportText(report));
        process.exitCode = exitCodeOf(report);
      }),
    );
}
