import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { buildSnapshot, unpackSnapshot, type PackedSnapshot, type Snapshot } from '../matching/index.js';
import type { CheckOptions } from './check-content.js';
import type { ContentFile } from './content-file.js';
import { examine, type Examination } from './examine.js';
import type { SnapshotWork } from './snapshot.worker.js';
import { SnapshotShelf } from './snapshot-shelf.js';

const WORKER = fileURLToPath(new URL('./snapshot.worker.js', import.meta.url));
/** Run from TypeScript sources, no compiled worker stands beside this file: the work is then done in this thread. */
const THREADED = existsSync(WORKER);

/** The long work behind a publication, kept off the event loop, and what was built kept on a shelf. */
@Injectable()
export class SnapshotBuilder {
  constructor(private readonly shelf: SnapshotShelf) {}

  examine(files: readonly ContentFile[], options?: CheckOptions): Promise<Examination> {
    return THREADED ? inWorker<Examination>({ examine: files, options }) : Promise.resolve(examine(files, options));
  }

  /** `as`: the id it was published under, where newer code would name the same content otherwise. */
  async build(files: readonly ContentFile[], as?: string): Promise<Snapshot> {
    if (!THREADED) return named(buildSnapshot(examine(files).content), as);
    const bytes = await inWorker<Uint8Array>({ build: files });
    const snapshot = named(unpackSnapshot(deserialize(bytes) as PackedSnapshot), as);
    this.shelf.keep(snapshot.id, bytes);
    return snapshot;
  }

  /** One that was built before by this very code; undefined when it has to be built. */
  built(id: string): Snapshot | undefined {
    const bytes = this.shelf.find(id);
    return bytes === undefined ? undefined : named(unpackSnapshot(deserialize(bytes) as PackedSnapshot), id);
  }
}

const named = (snapshot: Snapshot, id: string | undefined): Snapshot => (id === undefined ? snapshot : { ...snapshot, id });

function inWorker<T>(workerData: SnapshotWork): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData });
    worker.once('message', (answer: T) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the snapshot worker ended with ${code} before it answered`)));
  });
}
