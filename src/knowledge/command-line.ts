import { join } from 'node:path';
import type { OpenContent } from './content-on.js';
import type { Author } from './release.js';
import { INSTALLATION } from './seed.js';

/** Whoever runs a command. */
export const OPERATOR: Author = { id: 'cli', name: 'ligne de commande' };
/** Where an installation keeps what citizens say for the articles of official corpora. */
export const PACKS = join(INSTALLATION, 'intents', 'packs');

/** Opens the content of the installation, does the work, closes it. */
export type WithContent = (work: (content: OpenContent) => Promise<void>) => Promise<void>;
