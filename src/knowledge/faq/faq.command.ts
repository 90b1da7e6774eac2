import { statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { OPERATOR, type WithContent } from '../command-line.js';
import type { OpenContent } from '../content-on.js';
import { importLines } from '../import-lines.js';
import { themesHere } from '../themes-here.js';
import type { FaqEntry } from './entry.js';
import { faqCsv } from './export-faq.js';
import { faqContent } from './faq-content.js';
import { readRasa } from './rasa.js';
import { readFaq } from './read-faq.js';

/** `import faq` and `import rasa` */
export function registerFaq(imports: Command, within: WithContent): void {
  imports
    .command('faq <file>')
    .description('questions with their answers, CSV or JSON: question, answer, and id, keywords, theme, url, examples if known')
    .option('--draft', 'keep everything as drafts', false)
    .action((path: string, { draft }: { draft: boolean }) => within((content) => bring(content, readFaq(path), { path, draft })));
  imports
    .command('rasa <file>')
    .description('the intents of a Rasa NLU file that a response answers; domain.yml and rules.yml beside it are read')
    .option('--draft', 'keep everything as drafts', false)
    .action((path: string, { draft }: { draft: boolean }) =>
      within((content) => {
        const { entries, unanswered } = readRasa(path);
        if (unanswered.length > 0) console.log(`left out, no response answers them: ${unanswered.join(', ')}`);
        return bring(content, entries, { path, draft });
      }),
    );
}

async function bring({ store, imports }: OpenContent, entries: readonly FaqEntry[], { path, draft }: { path: string; draft: boolean }) {
  const file = basename(path);
  // The day the file was written, not the day it is brought: brought again, it must change nothing.
  const written = statSync(path).mtime.toISOString().slice(0, 10);
  const files = faqContent(entries, file, written, await themesHere(store));
  const imported = await imports.run({ files, draft, note: `import de ${file}`, by: OPERATOR });
  for (const line of importLines(imported)) console.log(line);
  if (!imported.ok) process.exitCode = 1;
}

/** `export --format faq` */
export async function exportFaq({ store }: OpenContent, path: string): Promise<void> {
  const { csv, rows } = await faqCsv(store);
  writeFileSync(path, csv);
  console.log(`${rows} questions written to ${path}`);
}
