import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createReceiver, type Page, type Receiver } from '../../../web/receiver/receiver.js';
import { VirtualClock } from './virtual-clock.js';

interface Event {
  seq: number;
  kind: string;
}
const event = (seq: number): Event => ({ seq, kind: 'message' });

/** A server that holds a log and answers `events:sync`, after a while and not always. */
function setUp(size: number, trouble: { slow?: () => number; broken?: () => boolean; page?: number } = {}) {
  const clock = new VirtualClock();
  const log = Array.from({ length: size }, (_, i) => event(i + 1));
  const applied: number[] = [];
  let fetches = 0;
  const receiver: Receiver<Event> = createReceiver<Event>({
    timers: clock,
    apply: (lines) => applied.push(...lines.map((line) => line.seq)),
    knows: (line) => line.kind !== 'from-the-future',
    async fetch(after, limit): Promise<Page<Event>> {
      fetches += 1;
      await clock.wait(trouble.slow?.() ?? 5);
      if (trouble.broken?.()) throw new Error('link down');
      const lines = log.slice(after, after + Math.min(limit, trouble.page ?? limit));
      return { lines, head: log.length, more: after + lines.length < log.length };
    },
  });
  return { clock, log, applied, receiver, fetches: () => fetches };
}
const upTo = (size: number): number[] => Array.from({ length: size }, (_, i) => i + 1);

describe('the receiver', () => {
  it('shows pushed lines at once when none is missing, without asking the server', () => {
    const { receiver, applied, fetches } = setUp(3);
    [1, 2, 3].forEach((seq) => receiver.take(event(seq)));
    expect(applied).toEqual([1, 2, 3]);
    expect(fetches()).toBe(0);
  });

  it('drops a line that comes twice', () => {
    const { receiver, applied } = setUp(2);
    [1, 1, 2, 1, 2].forEach((seq) => receiver.take(event(seq)));
    expect(applied).toEqual([1, 2]);
  });

  it('fetches what a gap hides, then goes on from what it kept aside', async () => {
    const { receiver, applied, clock, fetches } = setUp(4);
    receiver.take(event(1));
    receiver.take(event(4));
    expect(applied).toEqual([1]);
    await clock.advance(10);
    expect(applied).toEqual([1, 2, 3, 4]);
    expect(fetches()).toBe(1);
  });

  it('finds a lost last line within a second of the beacon', async () => {
    const { receiver, applied, clock } = setUp(2);
    receiver.take(event(1));
    receiver.head(2);
    await clock.advance(999);
    expect(applied).toEqual([1]);
    await clock.advance(20);
    expect(applied).toEqual([1, 2]);
  });

  it('does not ask when the line that the beacon names is only a little late', async () => {
    const { receiver, clock, fetches } = setUp(1);
    receiver.head(1);
    receiver.take(event(1));
    await clock.advance(5000);
    expect(fetches()).toBe(0);
  });

  it('reads a long log page by page', async () => {
    const { receiver, applied, clock, fetches } = setUp(450);
    receiver.sync();
    await clock.advance(100);
    expect(applied).toEqual(upTo(450));
    expect(fetches()).toBe(3);
  });

  it('tries again by itself, less and less often, when the link is down', async () => {
    let failures = 4;
    const { receiver, applied, clock } = setUp(2, { broken: () => failures-- > 0 });
    receiver.sync();
    await clock.advance(60_000);
    expect(applied).toEqual([1, 2]);
  });

  it('counts a kind it does not know and goes on', () => {
    const { receiver, applied } = setUp(3);
    receiver.take(event(1));
    receiver.take({ seq: 2, kind: 'from-the-future' });
    receiver.take(event(3));
    expect(applied).toEqual([1, 3]);
    expect(receiver.unknown).toBe(1);
    expect(receiver.last).toBe(3);
  });

  it('shows nothing more once closed', async () => {
    const { receiver, applied, clock } = setUp(3);
    receiver.sync();
    receiver.close();
    receiver.take(event(1));
    await clock.advance(60_000);
    expect(applied).toEqual([]);
  });

  it('shows the exact log whatever is lost, doubled, reordered or refused', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('take' as const), n: fc.nat(39) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('head' as const), n: fc.nat(39) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('sync' as const), n: fc.constant(0) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), n: fc.nat(1500) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.array(step, { maxLength: 120 }),
        fc.infiniteStream(fc.nat(400)),
        fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
        fc.integer({ min: 1, max: 7 }),
        async (size, steps, delays, luck, page) => {
          const slow = (): number => delays.next().value as number;
          const { clock, receiver, applied } = setUp(size, { slow, broken: () => luck.next().value === 0, page });
          for (const { do: what, n } of steps) {
            const seq = (n % size) + 1;
            if (what === 'take') receiver.take(event(seq));
            if (what === 'head') receiver.head(seq);
            if (what === 'sync') receiver.sync();
            if (what === 'wait') await clock.advance(n);
            expect(applied).toEqual(upTo(applied.length));
          }
          receiver.head(size);
          await clock.advance(3_600_000);
          expect(applied).toEqual(upTo(size));
        },
      ),
      { numRuns: 150 },
    );
  });
});
