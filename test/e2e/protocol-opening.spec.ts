import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizen, citizenSocket, http, openSession, startService, type Service } from '../harness/index.js';

const ELSEWHERE = 'A'.repeat(22);
let service: Service;
beforeAll(async () => {
  service = await startService();
}, 60_000);
afterAll(() => service.close());

describe('opening a conversation', () => {
  it('says first of all that this is a machine', async () => {
    const marie = await citizen(service.url);
    const [first] = await marie.log();
    expect(first).toMatchObject({ seq: 1, kind: 'notice', id: 'machine', sender: { type: 'system' } });
    expect((first as { text: string }).text).toMatch(/assistant automatique/);
    await marie.close();
  });

  it('answers with the head, the status, the notices and the limits', async () => {
    const token = await openSession(service.url);
    const socket = await citizenSocket({ url: service.url, token });
    expect(await socket.call('conversation:open', { site: 'demo', lang: 'fr', page: '/urbanisme' })).toEqual({
      ok: true,
      conversationId: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      head: 1,
      status: 'bot',
      you: { type: 'citizen' },
      notices: [{ id: 'machine', text: expect.any(String) }],
      limits: { text: 4000, perMinute: expect.any(Number) },
    });
    await socket.close();
  });

  it('speaks English to whoever opens in English', async () => {
    const john = await citizen(service.url, { lang: 'en' });
    expect((await john.log())[0]).toMatchObject({ id: 'machine', text: expect.stringMatching(/automatic assistant/) });
    await john.close();
  });

  it('gives each conversation an id of 128 random bits', async () => {
    const ids = new Set<string>();
    const token = await openSession(service.url);
    const socket = await citizenSocket({ url: service.url, token });
    for (let i = 0; i < 50; i++) ids.add((await socket.do('conversation:open', { site: 'demo', lang: 'fr' })).conversationId);
    expect(ids.size).toBe(50);
    expect([...ids].every((id) => Buffer.from(id, 'base64url').length === 16)).toBe(true);
    await socket.close();
  });

  it('resumes a conversation of the session, with its head', async () => {
    const marie = await citizen(service.url);
    await marie.say('Bonjour');
    await marie.close();
    const back = await citizenSocket({ url: service.url, token: marie.token });
    const opened = await back.do('conversation:open', { site: 'demo', lang: 'fr', resume: marie.conversationId });
    expect(opened).toMatchObject({ conversationId: marie.conversationId, head: 3, status: 'bot' });
    await back.close();
  });

  it('does not find the conversation of another session, nor one that never was', async () => {
    const marie = await citizen(service.url);
    const socket = await citizenSocket({ url: service.url, token: await openSession(service.url) });
    for (const resume of [marie.conversationId, ELSEWHERE])
      expect(await socket.call('conversation:open', { site: 'demo', lang: 'fr', resume })).toEqual({ ok: false, code: 'not-found' });
    await Promise.all([marie.close(), socket.close()]);
  });

  it('does not know a site that is not configured', async () => {
    const socket = await citizenSocket({ url: service.url, token: await openSession(service.url) });
    expect(await socket.call('conversation:open', { site: 'ailleurs', lang: 'fr' })).toEqual({ ok: false, code: 'not-found' });
    await socket.close();
    expect((await http(service.url, '/api/citizen/session', { body: { site: 'ailleurs' } })).status).toBe(404);
  });
});

describe("another citizen's conversation", () => {
  it('is not found by any call, whatever its state', async () => {
    const marie = await citizen(service.url);
    const paul = await citizen(service.url);
    const line = () => ({ conversationId: marie.conversationId, clientId: crypto.randomUUID() });
    const refused = { ok: false, code: 'not-found' };
    const { socket } = paul;
    const { conversationId } = marie;
    const tried = async () => {
      expect(await socket.call('events:sync', { conversationId, after: 0 })).toEqual(refused);
      expect(await socket.call('cursor:set', { conversationId, delivered: 1, read: 1 })).toEqual(refused);
      expect(await socket.call('conversation:keep', { conversationId })).toEqual(refused);
      expect(await socket.call('message:send', { ...line(), text: 'Bonjour' })).toEqual(refused);
      expect(await socket.call('human:ask', line())).toEqual(refused);
      expect(await socket.call('human:cancel', line())).toEqual(refused);
      expect(await socket.call('callback:leave', { ...line(), contact: { email: 'paul@exemple.fr' }, consent: true })).toEqual(refused);
      expect(await socket.call('feedback:give', { ...line(), seq: 1, useful: true })).toEqual(refused);
      expect(await socket.call('conversation:end', line())).toEqual(refused);
      expect(await socket.call('conversation:erase', line())).toEqual(refused);
    };
    await tried();
    await marie.socket.do('human:ask', marie.line);
    await tried();
    await marie.socket.do('conversation:end', marie.line);
    await tried();
    expect((await marie.log()).some(({ sender }) => sender.type === 'citizen' && 'text' in sender)).toBe(false);
    await Promise.all([marie.close(), paul.close()]);
  });

  it('tells a stranger nothing: no event, no head, no typing', async () => {
    const marie = await citizen(service.url);
    const paul = await citizen(service.url);
    paul.socket.socket.emit('typing', { conversationId: marie.conversationId, on: true });
    await marie.say('Bonjour');
    await marie.socket.event('the answer', ({ kind }) => kind === 'answer');
    expect(JSON.stringify(paul.socket.told)).not.toContain(marie.conversationId);
    await Promise.all([marie.close(), paul.close()]);
  });
});
