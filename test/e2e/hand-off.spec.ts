import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agent, change, citizen, startService, until, type Agent, type Citizen, type Service } from '../harness/index.js';

let service: Service;
let agnes: Agent;
let bruno: Agent;

beforeAll(async () => {
  service = await startService();
  await service.addStaff({ email: 'agnes@valclair.example', name: 'Agnès' });
  await service.addStaff({ email: 'bruno@valclair.example', name: 'Bruno', services: ['accueil', 'etat-civil'] });
  agnes = await agent(service.url, 'agnes@valclair.example');
  bruno = await agent(service.url, 'bruno@valclair.example');
}, 60_000);
afterAll(async () => {
  await Promise.all([agnes, bruno].map((one) => one.close()));
  await service.close();
});

const queued = async (asked?: string): Promise<Citizen> => {
  const marie = await citizen(service.url);
  await marie.say('Bonjour');
  await marie.ask(asked);
  return marie;
};
const statusOf = (one: Citizen) => one.log().then((log) => log.filter(({ kind }) => kind === 'status').at(-1));

describe('the way to a person and back', () => {
  it('goes from the robot to the queue, to an agent, back to the robot and to the end', async () => {
    const marie = await citizen(service.url);
    const id = marie.conversationId;
    await marie.say('Bonjour');

    await marie.ask();
    await marie.socket.event('queued', (event) => event.kind === 'status' && event.status === 'queued');
    await until('the queue shows it', () => agnes.socket.inbox.find((entry) => entry.conversationId === id && entry.kind === 'queued'));

    const claimed = await agnes.claim(id);
    expect(claimed).toMatchObject({
      ok: true,
      epoch: 1,
      leaseMs: 90_000,
      head: expect.any(Number),
      brief: { question: 'Bonjour', lang: 'fr' },
    });
    await marie.socket.event('who answers', (event) => event.kind === 'assigned' && event.name === 'Agnès');
    await until('colleagues see it taken', () =>
      bruno.socket.inbox.find((entry) => entry.conversationId === id && entry.kind === 'assigned'),
    );

    await agnes.say(id, 'Bonjour Marie, que puis-je pour vous ?');
    const reply = await marie.socket.event('the reply', (event) => event.kind === 'message' && event.sender.type === 'agent');
    expect(reply).toMatchObject({ sender: { type: 'agent', name: 'Agnès' }, text: 'Bonjour Marie, que puis-je pour vous ?' });
    await marie.say('Je voudrais un acte de naissance');
    await agnes.socket.event('the citizen’s line', (event) => 'text' in event && event.text === 'Je voudrais un acte de naissance');

    expect(await agnes.socket.call('conversation:release', { ...agnes.line(id), to: { bot: true } })).toMatchObject({ ok: true });
    await marie.socket.event('back to the robot', (event) => event.kind === 'released' && event.to === 'bot');
    await marie.say('Bonjour');
    await marie.socket.event('the robot answers again', (event) => event.kind === 'answer' && event.seq > reply.seq);

    await marie.socket.do('conversation:end', marie.line);
    const log = await marie.log();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    expect(log.at(-1)).toMatchObject({ kind: 'status', status: 'closed' });
    expect(log.filter(({ kind }) => kind === 'status').map((event) => 'status' in event && event.status)).toEqual([
      'queued',
      'assigned',
      'bot',
      'closed',
    ]);
    await marie.close();
  });

  it('keeps the robot silent while a person answers', async () => {
    const marie = await queued();
    await agnes.claim(marie.conversationId);
    const before = (await marie.log()).length;
    await marie.say('Bonjour');
    expect((await marie.log()).slice(before).map(({ kind }) => kind)).toEqual(['message']);
    await marie.close();
  });

  it('can be left by the citizen who waits', async () => {
    const marie = await queued();
    expect(await marie.socket.call('human:cancel', marie.line)).toMatchObject({ ok: true });
    expect(await statusOf(marie)).toMatchObject({ status: 'bot' });
    expect(await agnes.claim(marie.conversationId)).toMatchObject({ ok: false });
    await marie.close();
  });

  it('is asked for once, however often the button is pressed', async () => {
    const marie = await queued();
    await marie.ask();
    const entries = await until('the queue', () => agnes.socket.inbox.filter((entry) => entry.conversationId === marie.conversationId));
    expect(entries).toHaveLength(1);
    await marie.close();
  });

  it('says at once that nobody is there when nobody is', async () => {
    const marie = await queued('etat-civil');
    await bruno.socket.do('presence:set', { state: 'away' });
    const paul = await queued('etat-civil');
    expect((await paul.log()).some((event) => event.kind === 'notice' && event.id === 'nobody')).toBe(true);
    expect((await marie.log()).some((event) => event.kind === 'notice' && event.id === 'nobody')).toBe(false);
    await bruno.socket.do('presence:set', { state: 'available' });
    await Promise.all([marie.close(), paul.close()]);
  });

  it('ends by the agent with a resolution', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    const call = { ...agnes.line(id), resolution: 'answered' as const };
    const closed = await agnes.socket.do('conversation:close', call);
    expect(await agnes.socket.call('conversation:close', call)).toMatchObject({ ok: true, seq: closed.seq, dup: true });
    await marie.socket.event('closed', (event) => event.kind === 'status' && event.status === 'closed');
    expect(await marie.say('Merci')).toEqual({ ok: false, code: 'conversation.closed' });
    expect(await agnes.say(id, 'De rien')).toEqual({ ok: false, code: 'conversation.closed' });
    await marie.close();
  });

  it('can pass to another service with a note', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    expect(
      await agnes.socket.call('conversation:release', { ...agnes.line(id), to: { queue: 'etat-civil' }, note: 'Acte demandé' }),
    ).toMatchObject({ ok: true });
    await until('the other service sees it', () =>
      bruno.socket.inbox.find((entry) => entry.conversationId === id && entry.kind === 'queued' && entry.service === 'etat-civil'),
    );
    expect(await statusOf(marie)).toMatchObject({ status: 'queued', service: 'etat-civil' });
    expect(JSON.stringify(await marie.log())).not.toContain('Acte demandé');
    expect(await agnes.claim(id)).toEqual({ ok: false, code: 'not-found' });
    expect(await bruno.claim(id)).toMatchObject({ ok: true, epoch: 2 });
    await marie.close();
  });
});

describe('one owner', () => {
  it('tells the second agent who was first', async () => {
    const marie = await queued();
    const claims = await Promise.all([agnes.claim(marie.conversationId), bruno.claim(marie.conversationId)]);
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = claims.find(({ ok }) => !ok)!;
    expect(lost).toMatchObject({ code: 'already-taken', name: claims[0]!.ok ? 'Agnès' : 'Bruno' });
    await marie.close();
  });

  it('refuses the words of an agent who does not hold it, and of one whose claim is older', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    bruno.epochs.set(id, agnes.epochs.get(id)!);
    expect(await bruno.say(id, 'Intrus')).toEqual({ ok: false, code: 'not-owner' });
    agnes.epochs.set(id, 7);
    expect(await agnes.say(id, 'Trop tard')).toEqual({ ok: false, code: 'not-owner' });
    expect(await agnes.socket.call('conversation:close', { ...agnes.line(id), resolution: 'answered' })).toEqual({
      ok: false,
      code: 'not-owner',
    });
    expect(await agnes.socket.call('conversation:release', { ...agnes.line(id), to: { bot: true } })).toEqual({
      ok: false,
      code: 'not-owner',
    });
    expect(JSON.stringify(await marie.log())).not.toMatch(/Intrus|Trop tard/);
    await marie.close();
  });

  it('acknowledges the retry of an agent’s message once, and refuses another text under its clientId', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    const call = { ...agnes.line(id), text: 'Une minute' };
    const first = await agnes.socket.do('message:send', call);
    expect(await agnes.socket.do('message:send', call)).toEqual({ ...first, dup: true });
    expect(await agnes.socket.call('message:send', { ...call, text: 'Deux minutes' })).toEqual({ ok: false, code: 'id.reused' });
    await marie.close();
  });

  it('keeps a lease that is renewed and tells which are lost', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    const epoch = agnes.epochs.get(id)!;
    expect(await agnes.socket.call('lease:renew', { items: [{ conversationId: id, epoch }] })).toEqual({ ok: true, lost: [] });
    expect(await agnes.socket.call('lease:renew', { items: [{ conversationId: id, epoch: epoch + 1 }] })).toEqual({ ok: true, lost: [id] });
    expect(await bruno.socket.call('lease:renew', { items: [{ conversationId: id, epoch }] })).toEqual({ ok: true, lost: [id] });
    await marie.close();
  });

  it('puts a conversation whose lease ran out back at its place, and its former owner’s message is not shown', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    const queuedAt = agnes.socket.inbox.find((entry) => entry.conversationId === id)!.queuedAt;
    change(service, 'UPDATE conversation SET lease_until = ? WHERE id = ?', [new Date(Date.now() - 60_000).toISOString(), id]);
    const back = await until(
      'the sweep',
      () =>
        bruno.socket.inbox.findLast(
          (e) =>
            e.conversationId === id &&
            e.kind === 'queued' &&
            e.seq > 0 &&
            bruno.socket.inbox.some((a) => a.conversationId === id && a.kind === 'assigned' && a.seq < e.seq),
        ),
      20_000,
    );
    expect(back.queuedAt).toBe(queuedAt);
    expect(await agnes.say(id, 'Trop tard')).toEqual({ ok: false, code: 'not-owner' });
    expect((await marie.log()).some((event) => event.kind === 'notice' && event.id === 'requeued')).toBe(true);
    expect(await bruno.claim(id)).toMatchObject({ ok: true, epoch: 2 });
    await marie.close();
  }, 30_000);
});

describe('what an agent sees', () => {
  it('is the log of the conversations of their own services, and of no other', async () => {
    const marie = await queued('etat-civil');
    const { conversationId } = marie;
    expect(await agnes.claim(conversationId)).toEqual({ ok: false, code: 'not-found' });
    expect(await agnes.socket.call('events:sync', { conversationId, after: 0 })).toEqual({ ok: false, code: 'not-found' });
    expect(await agnes.socket.call('article:suggest', { conversationId })).toEqual({ ok: false, code: 'not-found' });
    expect(await agnes.socket.call('inbox:sync', { service: 'etat-civil', after: 0 })).toEqual({ ok: false, code: 'not-found' });
    expect(agnes.socket.inbox.some(({ service }) => service === 'etat-civil')).toBe(false);
    const read = await bruno.socket.do('events:sync', { conversationId, after: 0 });
    expect(read.events).toEqual(await marie.log());
    await marie.close();
  });

  it('is a queue that heals like a conversation: every entry once, in order, by pages', async () => {
    const { head } = await agnes.socket.do('inbox:sync', { service: 'accueil', after: 0, limit: 1 });
    const entries = [];
    for (let after = 0; after < head;) {
      const page = await agnes.socket.do('inbox:sync', { service: 'accueil', after, limit: 5 });
      entries.push(...page.entries);
      after = page.entries.at(-1)!.seq;
    }
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
  });

  it('is the citizen writing, and the citizen sees the agent writing', async () => {
    const marie = await queued();
    const { conversationId } = marie;
    await agnes.claim(conversationId);
    marie.socket.socket.emit('typing', { conversationId, on: true });
    agnes.socket.socket.emit('typing', { conversationId, on: true });
    const typing = (one: Citizen | Agent) => () =>
      one.socket.told.find(
        ({ name, message }) => name === 'typing' && (message as { conversationId: string }).conversationId === conversationId,
      );
    expect((await until('the citizen types', typing(agnes))).message).toMatchObject({ on: true });
    expect((await until('the agent types', typing(marie))).message).toMatchObject({ on: true, name: 'Agnès' });
    await marie.close();
  });

  it('leaves nothing broken behind: the invariants hold', async () => {
    const verified = await service.command(['verify']);
    expect({ code: verified.code, said: verified.stdout + verified.stderr }).toMatchObject({ code: 0 });
  });
});
