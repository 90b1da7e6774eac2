import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '../../matching/content.js';
import { sameWording } from '../check-wordings.js';
import type { ContentFile } from '../content-file.js';
import { intentsText } from '../intents-file.js';
import { readPack, type PackEntry } from '../pack-file.js';
import { Problems } from '../problems.js';
import type { ConvertedCorpus } from './convert-corpus.js';

export interface PackWordings {
  files: ContentFile[];
  /** Articles that have wordings. */
  articles: number;
  utterances: number;
  /** Utterances that another intent already has: it keeps them. */
  taken: string[];
  problems: Problems['list'];
}

export function readPackFolder(files: readonly ContentFile[]): { entries: Map<string, PackEntry>; problems: Problems['list'] } {
  const entries = new Map<string, PackEntry>();
  const problems: Problems['list'] = [];
  for (const { path, text } of files) {
    const list = new Problems(path);
    for (const { value: entry } of readPack(text, list)) {
      if (entries.has(entry.id)) list.error('duplicate-id', `« ${entry.id} » a déjà ses formulations dans un autre fichier`);
      else entries.set(entry.id, entry);
    }
    problems.push(...list.list);
  }
  return { entries, problems };
}

/**
 * The words of a pack beside the articles that were imported, as intents in a file for each theme of each audience, so that an audience can be
 * imported alone. What another intent says already stays with it: one wording in two places would teach a coin toss.
 */
export function wordingsOfPack(
  { entries, problems }: ReturnType<typeof readPackFolder>,
  { articles }: Pick<ConvertedCorpus, 'articles'>,
  said: ReadonlySet<string>,
): PackWordings {
  const known = new Set(said);
  const taken: string[] = [];
  const byFile = new Map<string, Intent[]>();
  let utterances = 0;
  for (const [id, entry] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const where = articles.get(id);
    if (where === undefined) continue;
    const examples = entry.utterances.filter((text) => {
      const key = sameWording(text);
      if (key === '' || known.has(key)) {
        taken.push(text);
        return false;
      }
      known.add(key);
      return true;
    });
    const own = new Set(examples.map(sameWording));
    const nearMisses = entry.nearMisses.filter(({ text }) => !own.has(sameWording(text)));
    utterances += examples.length;
    const path = `intents/fr/service-public/${where.audience}/${where.theme}.yml`;
    const intent: Intent = {
      id: `sp-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      article: id,
      ...(entry.main.length > 0 ? { main: entry.main } : {}),
      examples,
      nearMisses,
      rules: [],
    };
    byFile.set(path, [...(byFile.get(path) ?? []), intent]);
  }
  const files = [...byFile].map(([path, intents]) => ({ path, text: intentsText(intents) }));
  return { files, articles: [...byFile.values()].flat().length, utterances, taken, problems };
}

/** The files of a pack's folder; a folder that is not there has none. */
export const packFiles = (folder: string): ContentFile[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yml'))
        .sort()
        .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
    : [];
