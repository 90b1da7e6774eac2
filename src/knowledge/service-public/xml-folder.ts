import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from './addresses.js';
import type { Corpus, CorpusPage } from './corpus.js';
import { FILE_LIMITS } from '../file-error.js';
import type { Skips } from './skips.js';
import { XmlPages } from './xml-page.js';

/** A folder of XML files, as the official archive unpacks; links are not followed. */
export function xmlFolder(folder: string, wanted: readonly Audience[], skips: Skips): Corpus {
  const files = xmlFiles(folder, '');
  if (files.length === 0) throw new Error(`no XML file and no index.json in ${folder}`);
  if (files.length > FILE_LIMITS.entries) throw new Error(`more than ${FILE_LIMITS.entries} files in ${folder}`);
  return { total: files.length, pages: read(folder, files, new XmlPages(wanted, skips)) };
}

async function* read(folder: string, files: readonly string[], pages: XmlPages): AsyncGenerator<CorpusPage> {
  for (const file of files) {
    const page = await pages.page(createReadStream(join(folder, file)), file);
    if (page !== undefined) yield page;
  }
}

const xmlFiles = (folder: string, below: string): string[] =>
  readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return xmlFiles(folder, path);
      return entry.isFile() && path.endsWith('.xml') ? [path] : [];
    })
    .sort();
