import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../contract/index.js';
import type { Content } from '../matching/content.js';
import { byPath, kindOf, type ContentFile } from './content-file.js';
import { contentOf, readContent } from './read-content.js';

/** The two folders that civil servants edit. */
const ROOTS = ['knowledge-base', 'intents'];

/** The content files under a root, in one order on every machine; links are not followed. */
export function contentFiles(root: string): ContentFile[] {
  const files: ContentFile[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && kindOf(path) !== undefined) files.push({ path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  for (const folder of ROOTS) if (existsSync(join(root, folder))) walk(folder);
  return files.sort(byPath);
}

const CORPUS_LABELS = 'knowledge-base/questions/service-public/';
/**
 * Those that calibrate; the judging half stays outside every installation. Small talk, danger and the like deserve the same whatever the
 * articles are, so the office's own labels of them count as well.
 */
export function corpusLabels(root: string): ContentFile[] {
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  const own = ['questions', 'oos'].map((name) => ({
    path: `${CORPUS_LABELS}tune/${name}.jsonl`,
    text: read(`${CORPUS_LABELS}tune/${name}.jsonl`),
  }));
  const always = read(OFFICE_LABELS)
    .split('\n')
    .filter((line) => line.trim() !== '' && (JSON.parse(line) as { kind?: string }).kind !== 'near');
  return [...own, { path: `${CORPUS_LABELS}tune/always.jsonl`, text: `${always.join('\n')}\n` }].filter(({ text }) => text.trim() !== '');
}
const OFFICE_LABELS = 'knowledge-base/questions/tune/oos.jsonl';

/** The content of a folder that holds `knowledge-base/` and `intents/`, with what is wrong in its files. */
export function readContentFolder(root: string): { content: Content; problems: Problem[] } {
  const read = readContent(contentFiles(root));
  return { content: contentOf(read), problems: read.problems };
}
