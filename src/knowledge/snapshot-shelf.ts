import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { hashOfRooms } from '../platform/version.js';

/** The current one, the one before, and one more: a draft that is being tried, or an older one that an answer came from. */
const KEPT = 3;

/**
 * Built snapshots as files of the data folder, so that a restart reads instead of building. Only a shelf: what is missing, cut short or
 * made by another version of the code is built again.
 */
@Injectable()
export class SnapshotShelf {
  private readonly folder: string;
  private held: ReadonlySet<string> = new Set();

  constructor(config: Config) {
    this.folder = join(config.settings.data, 'snapshots');
  }

  /** What is live, and what was before it, stay on the shelf, however many drafts are tried or old answers looked at. */
  hold(ids: readonly string[]): void {
    this.held = new Set(ids.map((id) => this.path(id)));
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
    const files = readdirSync(this.folder).map((name) => join(this.folder, name));
    const others = files
      .filter((path) => !this.held.has(path))
      .flatMap((path) => {
        // Another process on the same folder clears it too.
        const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
        return used === undefined ? [] : [{ path, used }];
      });
    for (const { path } of others.sort((a, b) => b.used - a.used).slice(KEPT - this.held.size)) rmSync(path, { force: true });
  }

  private path(id: string): string {
    return join(this.folder, `${id}-${codeHash()}.bin`);
  }
}

let hashed: string | undefined;
/** Of the code that builds: a snapshot of other code is another snapshot, even of the same content. */
const codeHash = (): string => (hashed ??= hashOfRooms(['language', 'matching']));
