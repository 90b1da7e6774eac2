import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { Clock } from '../platform/clock.js';
import type { Ground } from '../platform/platform.module.js';
import { checkContent } from './check-content.js';
import { contentOn, type OpenContent } from './content-on.js';
import { OPERATOR, type WithContent } from './command-line.js';
import { exportFaq, registerFaq } from './faq/faq.command.js';
import { importLines } from './import-lines.js';
import { registerLearnWords } from './learn-words.command.js';
import { hasErrors, problemLines } from './problems.js';
import { readContent } from './read-content.js';
import { contentFiles } from './read-folder.js';
import { INSTALLATION } from './seed.js';
import { registerServicePublic } from './service-public/service-public.command.js';
import { themeLines } from './words-review/lines.js';
import { reviewWords } from './words-review/review.js';
import { registerReviewWords } from './words-review/review-words.command.js';

/** `check`, `seed`, `import` and `export`: the content by the command line. */
export function registerKnowledgeCommands(program: Command, within: (work: (ground: Ground) => Promise<void>) => Promise<void>): void {
  const withContent: WithContent = (work) => within((ground) => ready(ground, work));
  program
    .command('check [folder]')
    .description('report what is wrong in the content, by file and line')
    .option('--verbose', 'every warning, however many are of one kind', false)
    .action((folder: string = INSTALLATION, { verbose }: { verbose: boolean }) => check(folder, verbose));
  program
    .command('seed')
    .description('fill an empty database with what GUICHET_SEED says; nothing where content is published')
    .action(() => within((ground) => contentOn(ground).seed.run()));
  const imports =
    program.commands.find((command) => command.name() === 'import') ?? program.command('import').description('bring content in');
  imports
    .command('folder <path>')
    .description('a folder that holds knowledge-base/ and intents/; published unless --draft')
    .option('--draft', 'keep everything as drafts', false)
    .action((path: string, { draft }: { draft: boolean }) => withContent((content) => importFolder(content, path, draft)));
  registerServicePublic(imports, withContent);
  registerFaq(imports, withContent);
  registerLearnWords(program, withContent);
  registerReviewWords(program, within);
  program
    .command('export <target>')
    .description('write the content as knowledge-base/ and intents/ into a folder, or as a list of questions into a CSV file')
    .addOption(new Option('--format <format>', 'what is written').choices(['folder', 'faq']).default('folder'))
    .action((target: string, { format }: { format: string }) =>
      withContent((content) => (format === 'faq' ? exportFaq(content, target) : exportFolder(content, target))),
    );
}

function check(folder: string, verbose: boolean): void {
  const files = contentFiles(existing(folder));
  const read = readContent(files);
  const words = reviewWords(read);
  const problems = checkContent(read, { today: new Clock().now().toISOString().slice(0, 10), words });
  for (const line of problemLines(problems, verbose)) console.log(line);
  for (const line of themeLines(words.fiches)) console.log(line);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  console.log(`${files.length} files, ${errors} errors, ${problems.length - errors} warnings`);
  if (hasErrors(problems)) process.exitCode = 1;
}

async function ready(ground: Ground, work: (content: OpenContent) => Promise<void>): Promise<void> {
  const content = contentOn(ground);
  await content.seed.run();
  await work(content);
}

async function importFolder({ imports }: OpenContent, path: string, draft: boolean): Promise<void> {
  const files = contentFiles(existing(path));
  const imported = await imports.run({ files, draft, note: `import de ${path}`, by: OPERATOR });
  for (const line of importLines(imported)) console.log(line);
  if (!imported.ok) process.exitCode = 1;
}

async function exportFolder({ exports }: OpenContent, folder: string): Promise<void> {
  const files = await exports.files();
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  console.log(`${files.length} files written to ${resolve(folder)}`);
}

function existing(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Error(`no folder ${folder}`);
  return folder;
}
