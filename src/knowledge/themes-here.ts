import { kindOf } from './content-file.js';
import type { ContentStore } from './content-store.js';
import { readContent } from './read-content.js';

/** Ids of the themes that the installation has, wherever their files stand. */
export async function themesHere(store: ContentStore): Promise<Set<string>> {
  const files = (await store.files()).filter(({ path }) => kindOf(path) === 'theme');
  const textOf = await store.texts(files.map(({ hash }) => hash));
  return new Set(readContent(files.map(({ path, hash }) => ({ path, text: textOf(hash) }))).themes.map(({ value }) => value.id));
}
