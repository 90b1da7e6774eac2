import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { agent, citizen, http, query, signIn, startService, until, type Agent, type Service } from '../harness/index.js';

let service: Service;
let agnes: Agent;
const contact = { name: 'Marie Canari', email: 'marie.canari@exemple.fr', phone: '06 12 34 56 78' };

beforeAll(async () => {
  service = await startService();
  await service.addStaff({ email: 'agnes@valclair.example', name: 'Agnès' });
  await service.addStaff({ email: 'sophie@valclair.example', name: 'Sophie', roles: ['supervisor'] });
  agnes = await agent(service.url, 'agnes@valclair.example');
}, 60_000);
afterAll(async () => {
  await agnes.close();
  await service.close();
});

describe('a callback', () => {
  it('is left, taken by an agent who then reads the contact, and closed as reached', async () => {
    const marie = await citizen(service.url);
    const id = marie.conversationId;
    await marie.say('Bonjour');
    const call = { ...marie.line, contact, consent: true as const };
    const left = await marie.socket.do('callback:leave', call);
    expect(await marie.socket.do('callback:leave', call)).toMatchObject({ seq: left.seq, dup: true });
    await marie.socket.event('callback', (event) => event.kind === 'status' && event.status === 'callback');
    await until('the desk sees it', () => agnes.socket.inbox.find((entry) => entry.conversationId === id && entry.kind === 'callback'));

    expect(await agnes.claim(id)).toMatchObject({ ok: true, epoch: 1 });
    const view = await http<{ contact?: unknown }>(service.url, `/api/staff/desk/conversations/${id}`, { token: agnes.token });
    expect(view.json.contact).toEqual(contact);
    expect(await agnes.socket.call('conversation:close', { ...agnes.line(id), resolution: 'reached' })).toMatchObject({ ok: true });
    const [row] = await query<{ done_at: string | null; purge_at: string | null }>(
      service,
      'SELECT done_at, purge_at FROM callback WHERE conversation = ?',
      [id],
    );
    expect(row!.done_at).not.toBeNull();
    expect(Date.parse(row!.purge_at!) - Date.parse(row!.done_at!)).toBe(30 * 86_400_000);
    await marie.close();
  });

  it('never shows the contact in the log, in the queue, on disk or in what is printed', async () => {
    const marie = await citizen(service.url);
    await marie.socket.do('callback:leave', { ...marie.line, contact, consent: true });
    const told = JSON.stringify([await marie.log(), agnes.socket.inbox, agnes.socket.events]);
    expect(told).not.toMatch(/canari|34 56 78/i);
    const folder = service.settings['GUICHET_DATA']!;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes('canari@exemple')).toBe(false);
    expect(service.output).not.toMatch(/canari|34 56 78/i);
    await marie.close();
  });

  it('can be left twice in one conversation and no more', async () => {
    const marie = await citizen(service.url);
    const leave = () => marie.socket.call('callback:leave', { ...marie.line, contact: { phone: '0612345678' }, consent: true });
    expect(await leave()).toMatchObject({ ok: true });
    expect(await leave()).toMatchObject({ ok: true });
    expect(await leave()).toMatchObject({ ok: false, code: 'rate' });
    await marie.close();
  });

  it('goes with the words when the citizen erases the conversation', async () => {
    const marie = await citizen(service.url);
    await marie.socket.do('callback:leave', { ...marie.line, contact, consent: true });
    await marie.socket.do('conversation:erase', marie.line);
    const [row] = await query<{ contact: string | null }>(service, 'SELECT contact FROM callback WHERE conversation = ?', [
      marie.conversationId,
    ]);
    expect(row?.contact ?? null).toBeNull();
    expect((await service.command(['verify'])).code).toBe(0);
    await marie.close();
  });
});

describe('the transcript', () => {
  it('is a text file of one’s own conversation', async () => {
    const marie = await citizen(service.url);
    await marie.say('Bonjour, où est la mairie ?');
    const file = await http(service.url, `/api/citizen/transcript?conversation=${marie.conversationId}`, { token: marie.token });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toMatch(/^text\/plain; *charset=utf-8/i);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.text).toContain('Bonjour, où est la mairie ?');
    await marie.close();
  });

  it('is not found for anybody else', async () => {
    const [marie, paul] = await Promise.all([citizen(service.url), citizen(service.url)]);
    const path = `/api/citizen/transcript?conversation=${marie.conversationId}`;
    expect((await http(service.url, path, { token: paul.token })).status).toBe(404);
    expect((await http(service.url, path)).status).toBe(401);
    await Promise.all([marie.close(), paul.close()]);
  });
});

describe('the switches', () => {
  const set = async (switches: { botOff: boolean; widgetOff: boolean; banner?: { text: string } }) => {
    const { token } = await signIn(service.url, 'sophie@valclair.example');
    const { status } = await http(service.url, '/api/staff/switches/demo', {
      method: 'PUT',
      token,
      body: { reason: 'essai', banner: null, ...switches },
    });
    expect(status).toBe(200);
  };
  const back = () => set({ botOff: false, widgetOff: false });

  it('take the robot off: every message then asks for a person', async () => {
    const marie = await citizen(service.url);
    await set({ botOff: true, widgetOff: false });
    await until(
      'the robot is off',
      async () => {
        const paul = await citizen(service.url);
        await paul.say('Bonjour');
        const log = await paul.log();
        await paul.close();
        return log.some((event) => event.kind === 'status' && event.status === 'queued');
      },
      10_000,
      500,
    );
    await marie.say('Bonjour');
    expect((await marie.log()).findLast(({ kind }) => kind === 'status')).toMatchObject({ status: 'queued' });
    await back();
    await marie.close();
  }, 20_000);

  it('take the widget off: nothing new opens, what is open goes on', async () => {
    const marie = await citizen(service.url);
    await set({ botOff: false, widgetOff: true });
    await until(
      'the widget is off',
      () =>
        citizen(service.url).then(
          (one) => one.close().then(() => false),
          (error: Error) => /degraded|503/.test(error.message),
        ),
      10_000,
      300,
    );
    expect(await marie.say('Bonjour')).toMatchObject({ ok: true });
    expect((await http(service.url, '/w/frame?site=demo')).status).toBe(503);
    await back();
    await until(
      'the widget is on again',
      () =>
        citizen(service.url).then(
          (one) => one.close().then(() => true),
          () => false,
        ),
      10_000,
      300,
    );
    await marie.close();
  }, 30_000);

  it('show a banner on the site', async () => {
    await set({ botOff: false, widgetOff: false, banner: { text: 'Mairie fermée : inondation' } });
    const view = await http<{ banner?: { text: string } }>(service.url, '/api/citizen/site/demo');
    expect(view.json.banner).toMatchObject({ text: 'Mairie fermée : inondation' });
    await back();
  });

  it('obey supervisors and administrators alone', async () => {
    const body = { botOff: true, widgetOff: true, reason: '', banner: null };
    expect((await http(service.url, '/api/staff/switches/demo', { method: 'PUT', token: agnes.token, body })).status).toBe(403);
    expect((await http(service.url, '/api/staff/switches/demo', { method: 'PUT', body })).status).toBe(401);
  });
});
