import { setTimeout as sleep } from 'node:timers/promises';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { ServerOptions } from 'socket.io';
import type { Log } from './logging.js';

/** Tells the other nodes at once; nothing depends on it, since every node also reads the heads of its open rooms. */
export interface RedisHint {
  adapter: NonNullable<ServerOptions['adapter']>;
  close(): Promise<void>;
}

/** How long a start waits for Redis before it goes on without. */
const CONNECT_MS = 3000;

/** A lost Redis is one line in the log and a slower hint, never an error for people. */
export async function redisStreams(url: string, log: Log): Promise<RedisHint> {
  const client = createClient({
    url,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 5000) },
    // A hint that waits for Redis to come back is worth nothing, and would wait in memory.
    disableOfflineQueue: true,
  });
  let down = false;
  client.on('error', (error: unknown) => {
    if (!down) log.failure('redis lost', error);
    down = true;
  });
  client.on('ready', () => {
    if (down) log.event('redis found again');
    down = false;
  });
  // The adapter reads in a loop that tries again at once: a read that is refused while Redis is away would spin and starve
  // everything else. Its own connections therefore let a read wait.
  const duplicate = client.duplicate.bind(client);
  client.duplicate = ((overrides) => duplicate({ ...overrides, disableOfflineQueue: false })) as typeof client.duplicate;

  const connected = client.connect().catch((error: unknown) => log.failure('redis refused', error));
  const late = new AbortController();
  await Promise.race([connected, sleep(CONNECT_MS, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
  return {
    adapter: createAdapter(client, { maxLen: 10_000 }) as NonNullable<ServerOptions['adapter']>,
    close: async () => {
      client.destroy();
    },
  };
}
