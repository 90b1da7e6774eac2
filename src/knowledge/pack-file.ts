import type { z } from 'zod';
import { articleId } from '../contract/index.js';
import { packEntry } from './documents.js';
import type { Problems } from './problems.js';
import { readYamlEntries, type YamlItem } from './yaml-file.js';

/** What citizens say for the article `id` of a corpus. */
export type PackEntry = z.output<typeof packEntry> & { id: string };

/** A file of a pack: a map from an article of the corpus to what citizens say for it. An entry that does not fit is reported and left out. */
export const readPack = (text: string, problems: Problems): YamlItem<PackEntry>[] =>
  readYamlEntries(text, packEntry, problems).flatMap(({ key, value, ...where }) => {
    if (articleId.safeParse(key).success) return [{ ...where, value: { id: key, ...value } }];
    problems.error('field', `identifiant d'article mal formé : « ${key} »`, where.line);
    return [];
  });
