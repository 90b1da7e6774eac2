/** How long until it listens: on an empty folder (schema, content, snapshot), and the next time; and what it holds when nothing happens. */
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryMb, startGuichet, temporaryFolder } from './processes.mjs';

export async function starting() {
  const folder = temporaryFolder();
  const first = await startGuichet(folder);
  await first.stop();
  const again = await startGuichet(folder);
  await sleep(3000);
  const idleMb = memoryMb(again.pid).now;
  await again.stop();
  return { firstMs: first.startMs, againMs: again.startMs, idleMb };
}
