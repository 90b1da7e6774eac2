import { serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { buildSnapshot, packSnapshot } from '../matching/index.js';
import type { CheckOptions } from './check-content.js';
import type { ContentFile } from './content-file.js';
import { examine } from './examine.js';

/** What is asked of the thread: to read and check files, or to read and build them. */
export type SnapshotWork = { examine: readonly ContentFile[]; options: CheckOptions | undefined } | { build: readonly ContentFile[] };

/** Both take seconds: done here, so that nobody's message waits for them. A snapshot goes back as bytes, moved rather than copied. */
const work = workerData as SnapshotWork;
// A worker's port takes no target origin: the rule is about windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
if ('examine' in work) parentPort!.postMessage(examine(work.examine, work.options));
else {
  const bytes = new Uint8Array(serialize(packSnapshot(buildSnapshot(examine(work.build).content))));
  parentPort!.postMessage(bytes, [bytes.buffer]);
}
