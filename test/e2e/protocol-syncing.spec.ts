import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizenCalls } from '../../src/contract/index.js';
import { citizen, query, sleep, startService, until, within, type Citizen, type Service } from '../harness/index.js';

let service: Service;
let marie: Citizen;
const LINES = 450;

beforeAll(async () => {
  service = await startService();
  marie = await citizen(service.url);
  await marie.ask();
  for (let sent = 0; sent < LINES; sent += 50) await Promise.all(Array.from({ length: 50 }, (_, i) => marie.say(`Ligne ${sent + i}`)));
}, 90_000);
afterAll(async () => {
  await marie.close();
  await service.close();
});

describe('reading the log', () => {
  it('comes in pages of 200 at the most, each saying whether more follows', async () => {
    const { socket, conversationId } = marie;
    const first = await socket.do('events:sync', { conversationId, after: 0, limit: 200 });
    expect(first.events).toHaveLength(200);
    expect(first).toMatchObject({ more: true, head: expect.any(Number) });
    const second = await socket.do('events:sync', { conversationId, after: 200, limit: 200 });
    expect(second).toMatchObject({ more: true, head: first.head });
    expect(second.events[0]!.seq).toBe(201);
    const last = await socket.do('events:sync', { conversationId, after: 400, limit: 200 });
    expect(last.more).toBe(false);
    expect(last.events.at(-1)!.seq).toBe(first.head);
  });

  it('takes 200 when no limit is said', async () => {
    const page = await marie.socket.do('events:sync', { conversationId: marie.conversationId, after: 0 });
    expect(page.events).toHaveLength(200);
  });

  it('gives every line once, in order, whatever the size of a page', async () => {
    const whole = await marie.log(200);
    expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, i) => i + 1));
    expect(await marie.log(7)).toEqual(whole);
  });

  it('is empty behind the head, and says where the head is', async () => {
    const page = await marie.socket.do('events:sync', { conversationId: marie.conversationId, after: 100_000 });
    expect(page).toMatchObject({ events: [], more: false });
    const [stored] = await query<{ last_seq: number }>(service, 'SELECT last_seq FROM conversation WHERE id = ?', [marie.conversationId]);
    const at = await marie.socket.do('events:sync', { conversationId: marie.conversationId, after: stored!.last_seq });
    expect(at).toEqual({ ok: true, events: [], head: stored!.last_seq, more: false });
  });
});

describe('the head beacon', () => {
  it('tells the newest number within 12 s to a room where nothing happens', async () => {
    const quiet = await citizen(service.url);
    await quiet.say('Bonjour');
    const head = await until(
      'a head',
      () => quiet.socket.heads.find(({ conversationId }) => conversationId === quiet.conversationId),
      12_000,
    );
    expect(head).toEqual({ conversationId: quiet.conversationId, seq: 3 });
    await quiet.close();
  }, 20_000);
});

describe('cursors', () => {
  it('keep the maximum and never pass the head', async () => {
    const paul = await citizen(service.url);
    await paul.say('Bonjour');
    for (const [delivered, read] of [
      [3, 2],
      [2, 1],
      [50, 2],
    ] as const)
      expect(await paul.socket.call('cursor:set', { conversationId: paul.conversationId, delivered, read })).toEqual({ ok: true });
    const stored = await until('the cursors are written', async () => {
      const [row] = await query(service, "SELECT delivered, read FROM cursor WHERE conversation = ? AND participant = 'citizen'", [
        paul.conversationId,
      ]);
      return row;
    });
    expect(stored).toEqual({ delivered: 3, read: 2 });
    await paul.close();
  });
});

describe('what is heard', () => {
  it('is every call of the contract: each is answered', async () => {
    const paul = await citizen(service.url);
    for (const name of Object.keys(citizenCalls)) expect(await paul.socket.raw(name, {})).toEqual({ ok: false, code: 'bad' });
    await paul.close();
  });

  it('is nothing else: other names are met with silence and change nothing', async () => {
    const paul = await citizen(service.url);
    const names = [
      'conversation:claim',
      'presence:set',
      'inbox:sync',
      'join',
      'event',
      'message',
      '__proto__',
      'constructor',
      'toString',
      '',
    ];
    const answers = await Promise.all(
      names.map((name) =>
        within(800, name, paul.socket.socket.emitWithAck(name, { conversationId: marie.conversationId })).catch(() => 'silence'),
      ),
    );
    expect(answers).toEqual(names.map(() => 'silence'));
    await sleep(50);
    expect(paul.socket.socket.connected).toBe(true);
    expect(await paul.say('Bonjour')).toMatchObject({ ok: true });
    await paul.close();
  });

  it('answers typing without an acknowledgement asked for, and never logs it', async () => {
    const paul = await citizen(service.url);
    paul.socket.socket.emit('typing', { conversationId: paul.conversationId, on: true });
    await paul.say('Bonjour');
    expect((await paul.log()).map(({ kind }) => kind)).toEqual(['notice', 'message', 'answer']);
    await paul.close();
  });
});
