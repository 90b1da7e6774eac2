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

/** The content of a folder that holds `knowledge-base/` and `intents/`, with what is wrong in its files. */
export function readContentFolder(root: string): { content: Content; problems: Problem[] } {
  const read = readContent(contentFiles(root));
  return { content: contentOf(read), problems: read.problems };
}
