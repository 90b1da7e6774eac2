import { statSync } from 'node:fs';
import type { Audience } from './addresses.js';
import { fichesVdd, vddFolder } from './fiches-vdd.js';
import type { TreeElement } from './node.js';
import type { Skips } from './skips.js';
import { xmlFolder } from './xml-folder.js';
import { zipArchive } from './zip-archive.js';

/** A page of a corpus: a fiche that may become an article. */
export interface CorpusPage {
  file: string;
  id: string;
  audience: Audience;
  root: TreeElement;
}
export interface Corpus {
  /** Files to be read: how far it is. */
  total: number;
  pages: AsyncIterable<CorpusPage>;
}

/** The corpus at a path: the official archive, a folder of its XML files, or the package that holds the same trees as JSON. */
export async function openCorpus(path: string, wanted: readonly Audience[], skips: Skips): Promise<Corpus> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`nothing at ${path}`);
  if (found.isFile()) return zipArchive(path, wanted, skips);
  const vdd = vddFolder(path);
  return vdd === undefined ? xmlFolder(path, wanted, skips) : fichesVdd(vdd, wanted, skips);
}
