import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of this code, from its package. */
export const VERSION = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Names what some rooms do: their files as they run, on this Node. A version number alone does not change with every change. */
export function hashOfRooms(rooms: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of rooms) {
    const folder = fileURLToPath(new URL(`../${room}/`, import.meta.url));
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[jt]s$/.test(file))
      .sort())
      hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

let answering: string | undefined;
/** The code that an answer comes from: the version, and the rooms that read content, match and reply. */
export const answeringCode = (): string => (answering ??= `${VERSION}+${hashOfRooms(['knowledge', 'language', 'matching', 'dialogue'])}`);
