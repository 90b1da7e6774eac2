import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { Audience } from './addresses.js';
import type { Corpus, CorpusPage } from './corpus.js';
import { FILE_LIMITS, FileError } from '../file-error.js';
import type { Skips } from './skips.js';
import { XmlPages } from './xml-page.js';

/**
 * The official archive. Nothing is unpacked to disk: each entry is read as it comes out. The sizes that the directory declares are held
 * against the limits before anything is read, and each entry against what it declared; a name that leads out of the archive is refused.
 */
export async function zipArchive(path: string, wanted: readonly Audience[], skips: Skips): Promise<Corpus> {
  const entries = await listed(path);
  return { total: entries, pages: read(path, new XmlPages(wanted, skips)) };
}

const name = (path: string): string => path.split('/').at(-1)!;
const open = (path: string): Promise<ZipFile> => openPromise(path, { validateEntrySizes: true, strictFileNames: true });

async function listed(path: string): Promise<number> {
  let unpacked = 0;
  let files = 0;
  await inArchive(path, async (archive) => {
    if (archive.entryCount > FILE_LIMITS.entries) throw new FileError(name(path), undefined, `more than ${FILE_LIMITS.entries} entries`);
    for await (const entry of archive.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (entry.uncompressedSize > FILE_LIMITS.entry)
        throw new FileError(entry.fileName, undefined, `larger than ${FILE_LIMITS.entry / 1024 ** 2} MB`);
      if (unpacked > FILE_LIMITS.unpacked)
        throw new FileError(name(path), undefined, `larger than ${FILE_LIMITS.unpacked / 1024 ** 3} GB when unpacked`);
      if (isXml(entry)) files++;
    }
  });
  if (files === 0) throw new FileError(name(path), undefined, 'no XML file in this archive');
  return files;
}

const isXml = ({ fileName }: Entry): boolean => fileName.endsWith('.xml');

async function* read(path: string, pages: XmlPages): AsyncGenerator<CorpusPage> {
  const archive = await open(path);
  try {
    for await (const entry of archive.eachEntry()) {
      if (!isXml(entry)) continue;
      const page = await inEntry(entry, async () => pages.page(await archive.openReadStreamPromise(entry), entry.fileName));
      if (page !== undefined) yield page;
    }
  } finally {
    archive.close();
  }
}

async function inEntry<T>(entry: Entry, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(entry.fileName, undefined, messageOf(error));
  }
}

async function inArchive(path: string, work: (archive: ZipFile) => Promise<void>): Promise<void> {
  try {
    const archive = await open(path);
    try {
      await work(archive);
    } finally {
      archive.close();
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(name(path), undefined, messageOf(error));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
