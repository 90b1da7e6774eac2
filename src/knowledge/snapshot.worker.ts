import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { buildSnapshot, packSnapshot } from '../matching/index.js';
import type { CheckOptions } from './check-content.js';
import type { ContentFile } from './content-file.js';
import { examine } from './examine.js';
import { Readings } from './read-content.js';

/** What is asked of the thread: to read and check files, or to read and build them. */
export type SnapshotTask = { examine: readonly ContentFile[]; options: CheckOptions | undefined } | { build: readonly ContentFile[] };

/** Both take seconds: done here, so that nobody's message waits for them. A snapshot goes back as bytes, moved rather than copied. */
const readings = new Readings();
parentPort!.on('message', (task: SnapshotTask) => {
  // A worker's port takes no target origin: the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const answer = (value: unknown, moved: ArrayBuffer[] = []) => parentPort!.postMessage(value, moved);
  if ('examine' in task) return answer(examine(task.examine, task.options, readings));
  const packed = serialize(packSnapshot(buildSnapshot(examine(task.build, undefined, readings).content)));
  const bytes = new Uint8Array(packed);
  return answer(bytes, [bytes.buffer]);
});
