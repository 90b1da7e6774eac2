import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Ack } from '../../../src/contract/codes.js';
import { createSender, type Line, type Sender } from '../../../web/receiver/sender.js';
import { VirtualClock } from './virtual-clock.js';

type Fate = 'taken' | 'lost' | 'ack-lost' | 'busy' | 'rate';

function memoryStore() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

/** A server that knows repeated ids, behind a link whose fate is told. */
function setUp(fate: () => Fate = () => 'taken') {
  const clock = new VirtualClock();
  const store = memoryStore();
  const log: { clientId: string; text: unknown }[] = [];
  const emitted: string[] = [];
  let ids = 0;
  let changes: readonly Line[] = [];
  const refusals: string[] = [];
  let flying = 0;
  const open = (): Sender =>
    createSender({
      timers: clock,
      store,
      newId: () => `id-${(ids += 1)}`,
      changed: (lines) => (changes = lines),
      refused: (_line, code) => refusals.push(code),
      async emit(_call, payload): Promise<Ack> {
        flying += 1;
        expect(flying).toBe(1);
        const { clientId, text } = payload as { clientId: string; text: string };
        emitted.push(clientId);
        await clock.wait(20);
        flying -= 1;
        const now = fate();
        if (now === 'lost') throw new Error('link down');
        if (now === 'busy') return { ok: false, code: 'busy' };
        if (now === 'rate') return { ok: false, code: 'rate', retryInMs: 7000 };
        if (text === 'trop long') return { ok: false, code: 'too-large' };
        if (!log.some((line) => line.clientId === clientId)) log.push({ clientId, text });
        if (now === 'ack-lost') throw new Error('no answer');
        return { ok: true };
      },
    });
  return { clock, log, emitted, refusals, open, changes: () => changes, reset: () => (flying = 0) };
}

describe('the sender', () => {
  it('sends lines one at a time, in the order they were written', async () => {
    const { clock, log, open } = setUp();
    const sender = open();
    ['un', 'deux', 'trois'].forEach((text) => sender.send('c', 'message:send', { text }));
    await clock.advance(100);
    expect(log.map((line) => line.text)).toEqual(['un', 'deux', 'trois']);
    expect(sender.lines).toEqual([]);
  });

  it('keeps the same clientId across its attempts', async () => {
    const fates: Fate[] = ['lost', 'ack-lost', 'taken'];
    const { clock, log, emitted, open } = setUp(() => fates.shift() ?? 'taken');
    open().send('c', 'message:send', { text: 'bonjour' });
    await clock.advance(10_000);
    expect(emitted).toEqual(['id-1', 'id-1', 'id-1']);
    expect(log).toHaveLength(1);
  });

  it('says after 30 seconds that a line was not sent, keeps its text and stops trying', async () => {
    const { clock, emitted, open } = setUp(() => 'lost');
    const sender = open();
    sender.send('c', 'message:send', { text: 'bonjour' });
    await clock.advance(29_000);
    expect(sender.lines[0]?.state).toBe('sending');
    await clock.advance(2_000);
    expect(sender.lines[0]).toMatchObject({ state: 'unsent', payload: { text: 'bonjour' } });
    const tries = emitted.length;
    await clock.advance(600_000);
    expect(emitted).toHaveLength(tries);
  });

  it('sends an unsent line when the writer asks for it', async () => {
    let up = false;
    const { clock, log, open } = setUp(() => (up ? 'taken' : 'lost'));
    const sender = open();
    const id = sender.send('c', 'message:send', { text: 'bonjour' });
    await clock.advance(40_000);
    up = true;
    sender.retry(id!);
    await clock.advance(50);
    expect(log).toEqual([{ clientId: id, text: 'bonjour' }]);
  });

  it('waits as long as a refusal asks and does not call that unsent', async () => {
    const fates: Fate[] = ['rate', 'rate', 'rate', 'rate', 'rate', 'rate'];
    const { clock, log, refusals, open } = setUp(() => fates.shift() ?? 'taken');
    const sender = open();
    sender.send('c', 'message:send', { text: 'bonjour' });
    await clock.advance(40_000);
    expect(sender.lines[0]).toMatchObject({ state: 'sending', code: 'rate' });
    await clock.advance(10_000);
    expect(log).toHaveLength(1);
    expect(refusals).toHaveLength(6);
  });

  it('does not insist on a line refused for good, and lets the next ones pass', async () => {
    const { clock, log, open } = setUp();
    const sender = open();
    sender.send('c', 'message:send', { text: 'trop long' });
    sender.send('c', 'message:send', { text: 'bonjour' });
    await clock.advance(200);
    expect(log.map((line) => line.text)).toEqual(['bonjour']);
    expect(sender.lines).toMatchObject([{ state: 'unsent', code: 'too-large' }]);
  });

  it('takes the event that comes back as proof when the acknowledgement is lost', async () => {
    const { clock, emitted, open } = setUp(() => 'ack-lost');
    const sender = open();
    const id = sender.send('c', 'message:send', { text: 'bonjour' });
    await clock.advance(30);
    sender.seen(id!);
    await clock.advance(60_000);
    expect(sender.lines).toEqual([]);
    expect(emitted).toHaveLength(1);
  });

  it('refuses a twenty-first waiting line', () => {
    const sender = setUp(() => 'lost').open();
    for (let i = 0; i < 20; i += 1) expect(sender.send('c', 'message:send', { text: `${i}` })).not.toBeNull();
    expect(sender.send('c', 'message:send', { text: 'encore' })).toBeNull();
  });

  it('delivers each line once through lost calls, lost acknowledgements and reloads', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('write' as const) },
      { weight: 3, arbitrary: fc.constant('wait' as const) },
      { weight: 1, arbitrary: fc.constant('reload' as const) },
      { weight: 1, arbitrary: fc.constant('wake' as const) },
    );
    const fates = fc.infiniteStream(fc.constantFrom<Fate>('taken', 'taken', 'lost', 'ack-lost', 'busy'));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fates, fc.infiniteStream(fc.nat(900)), async (steps, stream, waits) => {
        const { clock, log, open, reset } = setUp(() => stream.next().value as Fate);
        let sender = open();
        const written: string[] = [];
        for (const what of steps) {
          if (what === 'write') {
            const id = sender.send('c', 'message:send', { text: `${written.length}` });
            if (id) written.push(id);
          }
          if (what === 'wait') await clock.advance(waits.next().value as number);
          if (what === 'wake') sender.wake();
          if (what === 'reload') {
            sender.close();
            reset();
            await clock.advance(25);
            reset();
            sender = open();
          }
        }
        for (let i = 0; i < 200 && sender.lines.length > 0; i += 1) {
          await clock.advance(10_000);
          sender.lines.forEach((line) => line.state === 'unsent' && sender.retry(line.clientId));
        }
        expect([...new Set(log.map((line) => line.clientId))]).toHaveLength(log.length);
        expect(log.map((line) => line.clientId).sort()).toEqual([...written].sort());
      }),
      { numRuns: 100 },
    );
  });
});
