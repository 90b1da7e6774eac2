import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { buildSnapshot, unpackSnapshot, type PackedSnapshot, type Snapshot } from '../matching/index.js';
import type { CheckOptions } from './check-content.js';
import type { ContentFile } from './content-file.js';
import { examine, type Examination } from './examine.js';
import { SnapshotShelf } from './snapshot-shelf.js';
import type { SnapshotTask } from './snapshot.worker.js';
import { hashOf } from './texts-by-hash.js';
import { WarmThread } from './warm-thread.js';

const WORKER = fileURLToPath(new URL('./snapshot.worker.js', import.meta.url));
/** Run from TypeScript sources, no compiled worker stands beside this file: the work is then done in this thread. */
const THREADED = existsSync(WORKER);

/**
 * The long work behind a publication, kept off the event loop, and what was built kept on a shelf. Two threads, so that a publication
 * is checked and built at once; they stay warm, with what they have read, while somebody edits.
 */
@Injectable()
export class SnapshotBuilder implements OnModuleDestroy {
  private readonly examining = new WarmThread<SnapshotTask>(WORKER);
  private readonly building = new WarmThread<SnapshotTask>(WORKER);

  /** Which snapshot the last files gave: a draft that was tried and is then published is built once. */
  private last: { files: string; id: string } | undefined;

  constructor(private readonly shelf: SnapshotShelf) {}

  /** Somebody edits: a publication is likely soon. */
  stayWarm(): void {
    if (!THREADED) return;
    this.examining.stay();
    this.building.stay();
  }

  /** Which ones must stay at hand: see the shelf. */
  hold(ids: readonly string[]): void {
    this.shelf.hold(ids);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.examining.stop(), this.building.stop()]);
  }

  examine(files: readonly ContentFile[], options?: CheckOptions): Promise<Examination> {
    return THREADED ? this.examining.ask<Examination>({ examine: files, options }) : Promise.resolve(examine(files, options));
  }

  /** `as`: the id it was published under, where newer code would name the same content otherwise. */
  async build(files: readonly ContentFile[], as?: string): Promise<Snapshot> {
    if (!THREADED) return named(buildSnapshot(examine(files).content), as);
    const key = hashOf(JSON.stringify(files));
    const again = as === undefined && this.last?.files === key ? this.built(this.last.id) : undefined;
    if (again !== undefined) return again;
    const bytes = await this.building.ask<Uint8Array>({ build: files });
    const snapshot = named(unpackSnapshot(deserialize(bytes) as PackedSnapshot), as);
    this.shelf.keep(snapshot.id, bytes);
    this.last = { files: key, id: snapshot.id };
    return snapshot;
  }

  /** One that was built before by this very code; undefined when it has to be built. */
  built(id: string): Snapshot | undefined {
    const bytes = this.shelf.find(id);
    return bytes === undefined ? undefined : named(unpackSnapshot(deserialize(bytes) as PackedSnapshot), id);
  }
}

const named = (snapshot: Snapshot, id: string | undefined): Snapshot => (id === undefined ? snapshot : { ...snapshot, id });
