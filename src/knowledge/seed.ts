import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { Log } from '../platform/logging.js';
import { kindOf, ofCorpus, type ContentFile, type FileKind } from './content-file.js';
import { ContentStore } from './content-store.js';
import { FolderImport } from './import-folder.js';
import { printProblem } from './problems.js';
import { contentFiles } from './read-folder.js';

/** The installation's own folder: above `src/` and above `dist/` alike, wherever the command was started from. */
export const INSTALLATION = fileURLToPath(new URL('../..', import.meta.url));

/** Small talk, asking for a person, emergencies, the words of the language: there even without an article. */
const ALWAYS: ReadonlySet<FileKind | undefined> = new Set(['always', 'lexicon', 'words', 'facets', 'fact-cues']);

const comesWithCorpus = (path: string): boolean => kindOf(path) === 'pack' || ofCorpus(path);

/** Fills an empty database, as GUICHET_SEED says. A database that has ever published is left alone. */
@Injectable()
export class Seed {
  constructor(
    private readonly config: Config,
    private readonly store: ContentStore,
    private readonly imports: FolderImport,
    private readonly log: Log,
  ) {}

  async run(folder = INSTALLATION): Promise<void> {
    if ((await this.store.currentId()) !== undefined) return;
    const files: ContentFile[] = contentFiles(folder).filter(
      ({ path }) => (this.config.settings.seed === 'content' && !comesWithCorpus(path)) || ALWAYS.has(kindOf(path)),
    );
    const imported = await this.imports.run({
      files,
      draft: false,
      note: 'contenu fourni avec Guichet',
      by: { id: 'system', name: 'Guichet' },
    });
    if (!imported.ok) {
      const errors = imported.problems.filter(({ severity }) => severity === 'error').map(printProblem);
      throw new Error(`the content of ${folder} cannot be published:\n${errors.join('\n')}`);
    }
    this.log.event('seed', { articles: imported.report.added.length, files: imported.report.files });
  }
}
