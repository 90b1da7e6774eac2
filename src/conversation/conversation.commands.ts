import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { firstBrokenLine } from '../accounts/index.js';
import type { TurnContext } from '../dialogue/index.js';
import { contentOn } from '../knowledge/index.js';
import type { Snapshot } from '../matching/index.js';
import type { PersonalData } from '../platform/personal-data.js';
import { PersonalDataRooms } from '../platform/personal-data.js';
import type { Ground } from '../platform/platform.module.js';
import { SecretBox } from '../platform/secret-box.js';
import { Announcer } from './announcer.js';
import { ConversationData } from './conversation-data.js';
import { answerBatch, linesFor } from './evaluate/batch.js';
import { Asked, contextAt } from './evaluate/ask.js';
import { readLabelled } from './evaluate/labelled.js';
import { evaluate } from './evaluate/report.js';
import { riskCurve } from './evaluate/risk-curve.js';
import { Stopwatch } from './evaluate/stopwatch.js';
import { registerTraining } from './evaluate/train-intents.command.js';
import { EventLog } from './event-log.js';
import { answerText, explained, type Told } from './explained.js';
import { checkInvariants } from './invariants.js';
import { ReadLog } from './read-log.js';
import { registerReplay } from './replay/replay.command.js';

type Within = (work: (ground: Ground) => Promise<void>) => Promise<void>;
interface AskOptions {
  explain: boolean;
  at?: string;
  batch: boolean;
}

/** `ask`, `evaluate`, `train`, `replay` and `verify`: what is measured here is what the service serves. */
export function registerConversationCommands(program: Command, within: Within): void {
  program
    .command('ask [question]')
    .description('answer a question as the robot would; with --batch, JSON Lines from standard input to standard output')
    .option('--explain', 'print why too: words, runner-up, confidence, source, date, snapshot, ranking', false)
    .option('--at <date>', 'as of this date (ISO 8601)')
    .option('--batch', 'one line for each turn of each line read', false)
    .action((question: string | undefined, options: AskOptions) => {
      const at = instant(options.at);
      if (question === undefined && !options.batch) throw new Error('ask: give a question, or --batch');
      return within(async (ground) => {
        const { snapshot, publishedAt, context } = await ready(ground, at);
        if (question === undefined || options.batch) return batch(snapshot, context);
        const reply = new Asked(snapshot, context).ask(question);
        console.log(answerText(reply.body));
        if (options.explain) console.log(`\n${explained(reply, { snapshot, publishedAt })}`);
      });
    });
  program
    .command('evaluate <folder>')
    .description('score the robot on a folder of labelled questions')
    .option('--at <date>', 'as of this date (ISO 8601)')
    .option('--json', 'on one line, unrounded', false)
    .option('--curve <file>', 'draw risk against coverage (SVG)')
    .action((folder: string, options: { at?: string; json: boolean; curve?: string }) => {
      const at = instant(options.at);
      const labelled = readLabelled(folder);
      return within(async (ground) => {
        const { snapshot, context } = await ready(ground, at);
        const timed = new Stopwatch((item) => linesFor(item, snapshot, context));
        const { report, judged } = evaluate(labelled, timed.answer);
        console.log(options.json ? JSON.stringify(report) : JSON.stringify(report, rounded, 2));
        if (options.curve !== undefined) writeFileSync(options.curve, riskCurve(judged, snapshot.gate.answer));
        // Beside the figures, which are the same on every machine.
        for (const { id, ms } of timed.slowest()) console.error(`${ms.toFixed(1)} ms ${id}`);
      });
    });
  registerTraining(program);
  registerReplay(program, within);
  program
    .command('verify')
    .description('check the invariants of the stored conversations and of the audit log')
    .action(() => within(verify));
}

/** The conversation room's part of what `erase`, `access` and `purge` work on. */
export function conversationDataOn({ config, database, clock }: Ground): PersonalData {
  const events = new EventLog(database, clock);
  return new ConversationData(
    database,
    events,
    new ReadLog(database),
    new Announcer(config),
    SecretBox.of(config),
    new PersonalDataRooms(),
  );
}

function instant(at: string | undefined): Date | undefined {
  const date = at === undefined ? undefined : new Date(at);
  if (date !== undefined && Number.isNaN(date.getTime())) throw new Error(`--at: ${at} is not a date`);
  return date;
}

interface Ready extends Told {
  snapshot: Snapshot;
  context: TurnContext;
}
async function ready(ground: Ground, at: Date | undefined): Promise<Ready> {
  const { seed, snapshots, store } = contentOn(ground);
  await seed.run();
  await snapshots.refresh();
  const snapshot = snapshots.get();
  const publishedAt = await store.publishedAt(snapshot.id);
  return { snapshot, publishedAt, context: contextAt(ground.config.sites[0]!, at ?? ground.clock.now()) };
}

async function batch(snapshot: Snapshot, context: TurnContext): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of answerBatch(lines, (item) => linesFor(item, snapshot, context))) {
    if (!process.stdout.write(line)) await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

async function verify({ database, clock }: Ground): Promise<void> {
  const found = await checkInvariants(database.read, clock.now());
  const broken = await firstBrokenLine(database.read);
  found.push({ name: 'audit', holds: 'the chain of the audit log holds', count: broken === undefined ? 0 : 1 });
  if (database.dialect === 'sqlite') {
    const pages = await database.read.all<{ integrity_check: string }>('SELECT integrity_check FROM pragma_integrity_check');
    found.push({ name: 'integrity', holds: 'the file is whole', count: pages.filter((page) => page.integrity_check !== 'ok').length });
  }
  for (const { name, holds, count } of found) console.log(`${count === 0 ? 'ok    ' : 'BROKEN'} ${name}: ${count} (${holds})`);
  const wrong = found.filter(({ count }) => count > 0).map(({ name }) => name);
  if (wrong.length > 0) throw new Error(`verify: ${wrong.join(', ')}`);
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(3)) : value;
