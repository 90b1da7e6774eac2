import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CitizenCall } from '../../src/contract/index.js';
import { citizen, startService, storedLines, uuid, type Service } from '../harness/index.js';

let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

describe('sending a message', () => {
  it('is acknowledged with its number and its time, and answered by the robot in the next line', async () => {
    const marie = await citizen(service.url);
    expect(await marie.say('Bonjour')).toEqual({ ok: true, seq: 2, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
    const answer = await marie.socket.event('the answer', ({ kind }) => kind === 'answer');
    expect(answer).toMatchObject({ seq: 3, sender: { type: 'bot' }, outcome: 'small-talk', conversationId: marie.conversationId });
    await marie.close();
  });

  it('keeps the same number for a retry and says so', async () => {
    const marie = await citizen(service.url);
    const call = { ...marie.line, text: 'Bonjour' };
    const first = await marie.socket.do('message:send', call);
    expect(await marie.socket.do('message:send', call)).toEqual({ ...first, dup: true });
    expect(await marie.log()).toHaveLength(3);
    await marie.close();
  });

  it('takes 20 retries at once for one message and one answer', async () => {
    const marie = await citizen(service.url);
    const call = { ...marie.line, text: 'Bonjour' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => marie.socket.do('message:send', call)));
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([2]));
    expect(answers.filter(({ dup }) => dup !== true)).toHaveLength(1);
    expect((await storedLines(service, marie.conversationId)).map(({ kind }) => kind)).toEqual(['notice', 'message', 'answer']);
    await marie.close();
  });

  it('refuses another text under a clientId that was used, and stores nothing', async () => {
    const marie = await citizen(service.url);
    const { line } = marie;
    await marie.socket.do('message:send', { ...line, text: 'Bonjour' });
    expect(await marie.socket.call('message:send', { ...line, text: 'Bonsoir' })).toEqual({ ok: false, code: 'id.reused' });
    expect(await marie.socket.call('human:ask', line)).toEqual({ ok: false, code: 'id.reused' });
    expect(await marie.log()).toHaveLength(3);
    await marie.close();
  });

  it('lets two citizens use the same clientId', async () => {
    const [marie, paul] = await Promise.all([citizen(service.url), citizen(service.url)]);
    const clientId = uuid();
    for (const { socket, conversationId } of [marie, paul])
      expect(await socket.call('message:send', { conversationId, clientId, text: 'Bonjour' })).toMatchObject({ ok: true, seq: 2 });
    await Promise.all([marie.close(), paul.close()]);
  });

  it('shows the line on every tab of the session, the sender among them, with its clientId', async () => {
    const marie = await citizen(service.url);
    const tab = await citizen(service.url, { token: marie.token, resume: marie.conversationId });
    const { line } = marie;
    await marie.socket.do('message:send', { ...line, text: 'Bonjour' });
    for (const { socket } of [marie, tab]) {
      const said = await socket.event('own line', ({ kind }) => kind === 'message');
      expect(said).toMatchObject({ seq: 2, clientId: line.clientId, text: 'Bonjour', sender: { type: 'citizen' } });
    }
    await Promise.all([marie.close(), tab.close()]);
  });

  it('numbers a burst of three tabs without a gap, in one order for all', async () => {
    const marie = await citizen(service.url);
    const tabs = [
      marie,
      ...(await Promise.all([1, 2].map(() => citizen(service.url, { token: marie.token, resume: marie.conversationId })))),
    ];
    await marie.ask();
    await Promise.all(tabs.flatMap((tab, t) => Array.from({ length: 10 }, (_, i) => tab.say(`Onglet ${t}, ligne ${i}`))));
    const log = await marie.log();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    expect(log.filter(({ kind }) => kind === 'message')).toHaveLength(30);
    for (const tab of tabs) {
      await tab.socket.event('the last line', ({ seq }) => seq === log.length);
      const told = tab.socket.events.filter(({ kind }) => kind === 'message');
      expect(told).toEqual(log.filter(({ kind }) => kind === 'message'));
    }
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('masks what must not be kept before anybody can read it', async () => {
    const marie = await citizen(service.url);
    await marie.say('Bonjour, mon numéro est le 2 55 08 14 168 025 38');
    expect(JSON.stringify(await marie.log())).not.toMatch(/2 ?55 ?08 ?14/);
    await marie.close();
  });
});

describe('what does not fit', () => {
  it('is too large beyond 4,000 characters and just right at 4,000', async () => {
    const marie = await citizen(service.url);
    await marie.ask();
    expect(await marie.say('é'.repeat(4000))).toMatchObject({ ok: true });
    expect(await marie.say('é'.repeat(4001))).toEqual({ ok: false, code: 'too-large' });
    await marie.close();
  });

  it('is refused as bad, without a word of what was sent', async () => {
    const marie = await citizen(service.url);
    const { conversationId } = marie;
    const line = { conversationId, clientId: uuid() };
    const bad: [CitizenCall, unknown][] = [
      ['message:send', undefined],
      ['message:send', 'Bonjour'],
      ['message:send', { ...line }],
      ['message:send', { ...line, text: '' }],
      ['message:send', { ...line, text: '   \n' }],
      ['message:send', { ...line, text: '\u200b\u2060\u{e0041}' }],
      ['message:send', { ...line, text: 12 }],
      ['message:send', { ...line, text: 'x', seq: 1 }],
      ['message:send', { ...line, text: 'x', epoch: 1 }],
      ['message:send', { ...line, clientId: 'canari', text: 'x' }],
      ['message:send', { ...line, conversationId: "' OR 1=1 --", text: 'x' }],
      ['events:sync', { conversationId, after: -1 }],
      ['events:sync', { conversationId, after: 0, limit: 201 }],
      ['callback:leave', { ...line, contact: {}, consent: true }],
      ['callback:leave', { ...line, contact: { email: 'canari@exemple.fr' }, consent: false }],
      ['callback:leave', { ...line, contact: { email: 'canari' }, consent: true }],
      ['feedback:give', { ...line, seq: 1, useful: 'oui' }],
    ];
    for (const [name, payload] of bad) expect(await marie.socket.raw(name, payload)).toEqual({ ok: false, code: 'bad' });
    expect(await marie.log()).toHaveLength(1);
    await marie.close();
  });

  it('closes the socket of a client that goes on sending what does not fit, and nobody else’s', async () => {
    const [rude, marie] = await Promise.all([citizen(service.url), citizen(service.url)]);
    const gone = new Promise<string>((resolve) => rude.socket.socket.once('disconnect', resolve));
    for (let i = 0; i < 25; i++) rude.socket.socket.emit('message:send', { i });
    expect(await gone).toBe('io server disconnect');
    expect(await marie.say('Bonjour')).toMatchObject({ ok: true });
    await marie.close();
  });
});

describe('a closed conversation', () => {
  it('takes nothing more but an opinion and its erasure', async () => {
    const marie = await citizen(service.url);
    await marie.say('Bonjour');
    expect(await marie.socket.call('conversation:end', marie.line)).toMatchObject({ ok: true, seq: 4 });
    const closed = { ok: false, code: 'conversation.closed' };
    expect(await marie.say('Encore')).toEqual(closed);
    expect(await marie.socket.call('human:ask', marie.line)).toEqual(closed);
    expect(await marie.socket.call('human:cancel', marie.line)).toEqual(closed);
    expect(await marie.socket.call('callback:leave', { ...marie.line, contact: { phone: '0612345678' }, consent: true })).toEqual(closed);
    expect(await marie.socket.call('conversation:end', marie.line)).toEqual(closed);
    expect(await marie.socket.call('feedback:give', { ...marie.line, seq: 3, useful: false, reason: 'unclear' })).toMatchObject({
      ok: true,
    });
    expect(await marie.socket.call('conversation:erase', marie.line)).toMatchObject({ ok: true });
    await marie.close();
  });

  it('still acknowledges the retry of what it took when it was open', async () => {
    const marie = await citizen(service.url);
    const call = { ...marie.line, text: 'Bonjour' };
    const end = marie.line;
    await marie.socket.do('message:send', call);
    await marie.socket.do('conversation:end', end);
    expect(await marie.socket.call('message:send', call)).toMatchObject({ ok: true, seq: 2, dup: true });
    expect(await marie.socket.call('conversation:end', end)).toMatchObject({ ok: true, dup: true });
    await marie.close();
  });
});

describe('an opinion on an answer', () => {
  it('is a line of the log that names the answer', async () => {
    const marie = await citizen(service.url);
    await marie.say('Bonjour');
    await marie.socket.do('feedback:give', { ...marie.line, seq: 3, useful: false, reason: 'incomplete' });
    expect((await marie.log()).at(-1)).toMatchObject({ kind: 'feedback', about: 3, useful: false, reason: 'incomplete' });
    await marie.close();
  });

  it('is not found for a line that does not exist', async () => {
    const marie = await citizen(service.url);
    expect(await marie.socket.call('feedback:give', { ...marie.line, seq: 99, useful: true })).toEqual({ ok: false, code: 'not-found' });
    await marie.close();
  });
});

describe('erasing one’s conversation', () => {
  it('takes the words out of every line, tells every screen, and leaves the numbers', async () => {
    const marie = await citizen(service.url);
    const tab = await citizen(service.url, { token: marie.token, resume: marie.conversationId });
    await marie.say('Bonjour, je suis la canarie');
    await marie.socket.do('conversation:erase', marie.line);
    const told = await tab.socket.event('the erasure', ({ kind }) => kind === 'erased');
    expect(told).toMatchObject({ seqs: [2, 3] });
    const log = await marie.log();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    expect(JSON.stringify(log)).not.toContain('canarie');
    expect(JSON.stringify(await storedLines(service, marie.conversationId))).not.toContain('canarie');
    await Promise.all([marie.close(), tab.close()]);
  });
});
