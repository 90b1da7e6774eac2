import type { z } from 'zod';
import { articleId } from '../contract/index.js';
import { packEntry } from './documents.js';
import type { Problems } from './problems.js';
import { readYamlEntries } from './yaml-file.js';

export type PackEntry = z.output<typeof packEntry>;

/** A file of a pack: a map from an article of the corpus to what citizens say for it. An entry that does not fit is reported and left out. */
export function readPack(text: string, problems: Problems): Map<string, PackEntry> {
  const entries = new Map<string, PackEntry>();
  for (const { key, value, line } of readYamlEntries(text, packEntry, problems)) {
    if (articleId.safeParse(key).success) entries.set(key, value);
    else problems.error('field', `identifiant d'article mal formé : « ${key} »`, line);
  }
  return entries;
}
