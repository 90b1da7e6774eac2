import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';

/** The current one, the one before, and a draft that is being tried. */
const KEPT = 3;

/**
 * Built snapshots as files of the data folder, so that a restart reads instead of building. Only a shelf: what is missing, cut short or
 * made by another version of the code is built again.
 */
@Injectable()
export class SnapshotShelf {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.settings.data, 'snapshots');
  }

  find(id: string): Uint8Array | undefined {
    const path = this.path(id);
    if (!existsSync(path)) return undefined;
    const file = readFileSync(path);
    const bytes = file.subarray(32);
    if (!createHash('sha256').update(bytes).digest().equals(file.subarray(0, 32))) return undefined;
    const now = new Date();
    utimesSync(path, now, now);
    return bytes;
  }

  keep(id: string, bytes: Uint8Array): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = this.path(id);
    const partial = `${path}.${process.pid}.partial`;
    writeFileSync(partial, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]), { mode: 0o600 });
    renameSync(partial, path);
    this.clear();
  }

  private clear(): void {
    const files = readdirSync(this.folder).map((name) => ({
      path: join(this.folder, name),
      used: statSync(join(this.folder, name)).mtimeMs,
    }));
    for (const { path } of files.sort((a, b) => b.used - a.used).slice(KEPT)) rmSync(path, { force: true });
  }

  private path(id: string): string {
    return join(this.folder, `${id}-${codeHash()}.bin`);
  }
}

let hashed: string | undefined;
/** Of the code that builds: a snapshot of other code is another snapshot, even of the same content. */
function codeHash(): string {
  if (hashed === undefined) {
    const hash = createHash('sha256').update(process.version);
    for (const room of ['language', 'matching']) {
      const folder = fileURLToPath(new URL(`../${room}/`, import.meta.url));
      for (const name of readdirSync(folder)
        .filter((file) => /\.[jt]s$/.test(file))
        .sort())
        hash.update(readFileSync(join(folder, name)));
    }
    hashed = hash.digest('hex').slice(0, 16);
  }
  return hashed;
}
