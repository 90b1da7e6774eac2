import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Article,
  CannedReply,
  ConversationView,
  DeskOverview,
  SearchResult,
  SuggestedArticle,
  Tried,
} from '../../src/contract/index.js';
import { staffSocket } from '../harness/client.js';
import { http, signIn } from '../harness/http.js';
import { Agent, agent, citizen, uuid, type Citizen } from '../harness/people.js';
import { sleep, until } from '../harness/waiting.js';
import { MailServer, RunningDesk } from './desk-running.js';

let service: RunningDesk;
const mail = new MailServer();
let agnes: Agent;
let bruno: Agent;
let sophie: string;

beforeAll(async () => {
  service = await RunningDesk.start({ GUICHET_SMTP_URL: await mail.listen() });
  await service.addStaff('agnes@valclair.example', 'Agnès');
  await service.addStaff('bruno@valclair.example', 'Bruno', ['agent'], ['accueil', 'etat-civil']);
  await service.addStaff('sophie@valclair.example', 'Sophie', ['supervisor']);
  await service.addStaff('edith@valclair.example', 'Édith', ['editor'], []);
  await service.publishArticles();
  agnes = await agent(service.url, 'agnes@valclair.example');
  bruno = await agent(service.url, 'bruno@valclair.example');
  sophie = (await signIn(service.url, 'sophie@valclair.example')).token;
}, 120_000);
afterAll(async () => {
  await agnes?.close();
  await bruno?.close();
  await service?.stop();
  mail.close();
});

const queued = async (said = 'Bonjour', asked?: string): Promise<Citizen> => {
  const marie = await citizen(service.url);
  await marie.say(said);
  await marie.ask(asked);
  return marie;
};
const get = <T>(path: string, token = agnes.token) => http<T>(service.url, `/api/staff/${path}`, { token });
const send = <T>(method: string, path: string, body: object | undefined, token = agnes.token) =>
  http<T>(service.url, `/api/staff/${path}`, { method, token, ...(body === undefined ? {} : { body }) });

describe('the staff’s door', () => {
  it('opens to those who work in queues alone', async () => {
    const { token } = await signIn(service.url, 'edith@valclair.example');
    await expect(staffSocket({ url: service.url, token })).rejects.toThrow(/auth/);
  });

  it('remembers what was chosen over a reload, and does not promise anybody at the first opening', async () => {
    await service.addStaff('nina@valclair.example', 'Nina');
    const { token } = await signIn(service.url, 'nina@valclair.example');
    const first = await staffSocket({ url: service.url, token });
    const presence = async () => (await get<DeskOverview>('desk/overview', token)).json.presence;
    await until('she is there', async () =>
      (await get<DeskOverview>('desk/overview')).json.colleagues.some(({ name, presence }) => name === 'Nina' && presence === 'away'),
    );
    await first.do('presence:set', { state: 'busy' });
    expect(await presence()).toBe('busy');
    await first.close();
    const second = await staffSocket({ url: service.url, token });
    await sleep(200);
    expect(await presence()).toBe('busy');
    await second.close();
    await until(
      'she is gone',
      async () =>
        (await get<DeskOverview>('desk/overview')).json.colleagues.some(({ name, presence }) => name === 'Nina' && presence === 'offline'),
      8000,
      200,
    );
  }, 20_000);

  it('closes behind an account that is disabled, within 5 s', async () => {
    const id = await service.addStaff('marc@valclair.example', 'Marc');
    const marc = await agent(service.url, 'marc@valclair.example');
    await service.accounts.disable(id, true, 'cli');
    await until('the socket is closed', () => marc.socket.socket.disconnected, 5000);
  }, 10_000);

  it('moves with the services of an account, within 5 s', async () => {
    const id = await service.addStaff('zoe@valclair.example', 'Zoé');
    const zoe = await agent(service.url, 'zoe@valclair.example');
    await service.accounts.change(
      id,
      { services: ['etat-civil'] },
      { id, session: '', name: '', email: '', roles: ['admin'], services: [] },
    );
    await until(
      'the new service is hers',
      async () => (await zoe.socket.call('inbox:sync', { service: 'etat-civil', after: 0 })).ok,
      5000,
      100,
    );
    expect(await zoe.socket.call('inbox:sync', { service: 'accueil', after: 0 })).toEqual({ ok: false, code: 'not-found' });
    const marie = await queued('Bonjour', 'etat-civil');
    const paul = await queued('Bonjour', 'accueil');
    await until('she hears it', () => zoe.socket.inbox.some((entry) => entry.conversationId === marie.conversationId));
    expect(zoe.socket.inbox.some((entry) => entry.conversationId === paul.conversationId)).toBe(false);
    await Promise.all([marie.close(), paul.close(), zoe.close()]);
  }, 15_000);
});

describe('what an open desk hears', () => {
  it('goes on after a lost link, without a call', async () => {
    await service.addStaff('carole@valclair.example', 'Carole');
    const carole = await agent(service.url, 'carole@valclair.example');
    const marie = await queued();
    await carole.claim(marie.conversationId);
    await carole.close();
    const again = new Agent(carole.token, await staffSocket({ url: service.url, token: carole.token }));
    await sleep(200);
    await marie.say('Vous êtes là ?');
    await again.socket.event('her line', (event) => event.kind === 'message' && event.text === 'Vous êtes là ?');
    await Promise.all([marie.close(), again.close()]);
  });

  it('ends for those who only looked, once a colleague took it', async () => {
    const marie = await queued();
    const { conversationId } = marie;
    expect(await bruno.socket.call('events:sync', { conversationId, after: 0 })).toMatchObject({ ok: true });
    await marie.say('Premier mot');
    await bruno.socket.event('the first word', (event) => 'text' in event && event.text === 'Premier mot');
    await agnes.claim(conversationId);
    await bruno.socket.event('who took it', (event) => event.kind === 'assigned' && event.conversationId === conversationId);
    await marie.say('Second mot');
    await agnes.socket.event('the second word', (event) => 'text' in event && event.text === 'Second mot');
    expect(bruno.socket.events.some((event) => 'text' in event && event.text === 'Second mot')).toBe(false);
    expect(await bruno.socket.call('events:sync', { conversationId, after: 0 })).toEqual({ ok: false, code: 'not-found' });
    bruno.socket.socket.emit('typing', { conversationId, on: true });
    await sleep(100);
    expect(marie.socket.told.some(({ name }) => name === 'typing')).toBe(false);
    await marie.close();
  });

  it('ends for the agent from whom a supervisor took it over', async () => {
    const marie = await queued();
    const { conversationId } = marie;
    await agnes.claim(conversationId);
    expect((await send('POST', `desk/conversations/${conversationId}/take-over`, { reason: 'Agent parti' })).status).toBe(403);
    const taken = await send<{ epoch: number }>(
      'POST',
      `desk/conversations/${conversationId}/take-over`,
      { reason: 'Agent parti' },
      sophie,
    );
    expect(taken).toMatchObject({ status: 200, json: { epoch: 2, leaseMs: 90_000 } });
    await agnes.socket.event('who took it', (event) => event.kind === 'assigned' && event.name === 'Sophie');
    expect(await agnes.say(conversationId, 'Encore là')).toEqual({ ok: false, code: 'not-owner' });
    expect(await agnes.socket.call('lease:renew', { items: [{ conversationId, epoch: 1 }] })).toEqual({ ok: true, lost: [conversationId] });
    await marie.say('Pour Sophie');
    await sleep(200);
    expect(agnes.socket.events.some((event) => 'text' in event && event.text === 'Pour Sophie')).toBe(false);
    await marie.close();
  });
});

describe('articles at the desk', () => {
  it('are suggested for what the citizen asked last, and inserted with their source', async () => {
    const marie = await queued('Où faire une carte identité ?');
    const { conversationId } = marie;
    await agnes.claim(conversationId);
    const { candidates } = (await agnes.socket.do('article:suggest', { conversationId })) as unknown as { candidates: SuggestedArticle[] };
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.length).toBeLessThanOrEqual(3);
    expect(candidates[0]).toMatchObject({ title: expect.any(String), confidence: expect.any(Number), passage: expect.any(String) });
    const { article } = candidates[0]!;
    const call = { ...agnes.line(conversationId), text: 'Voici la fiche', insert: { article } };
    const sent = await agnes.socket.do('message:send', call);
    expect(await agnes.socket.do('message:send', call)).toEqual({ ...sent, dup: true });
    const shown = await marie.socket.event('the article', (event) => event.kind === 'message' && event.article !== undefined);
    expect(shown).toMatchObject({ article: { id: article }, sources: [{ url: expect.stringMatching(/^https:/) }] });
    const unknown = { ...agnes.line(conversationId), text: 'Voici', insert: { article: 'nulle/part' } };
    expect(await agnes.socket.call('message:send', unknown)).toEqual({ ok: false, code: 'not-found' });
    await marie.close();
  });

  it('are found by their words and read whole, by an id with slashes', async () => {
    const { json } = await get<{ articles: { id: string; title: string }[] }>(`desk/articles?q=${encodeURIComponent('carte d’identité')}`);
    const [hit] = json.articles;
    expect(hit).toMatchObject({ id: 'particuliers/F1', title: 'Carte d’identité' });
    for (const path of [`desk/articles/${hit!.id}`, `desk/articles/${encodeURIComponent(hit!.id)}`])
      expect(await get<Article>(path)).toMatchObject({ status: 200, json: { id: hit!.id, sections: expect.any(Array) } });
    expect((await get('desk/articles/nulle/part')).status).toBe(404);
    expect((await get('desk/articles/%00')).status).toBe(400);
  });

  it('are tried by an editor as a citizen would read them', async () => {
    const { token } = await signIn(service.url, 'edith@valclair.example');
    const question = { question: 'Combien coûte un passeport biométrique ?' };
    const { status, json } = await send<Tried>('POST', 'editor/try', question, token);
    expect(status).toBe(200);
    expect(json).toMatchObject({ answer: { outcome: expect.any(String), blocks: expect.any(Array) }, confidence: expect.any(Number) });
    expect((await send('POST', 'editor/try', question)).status).toBe(403);
    const draft = { id: 'x', markdown: 'sans en-tête', utterances: [], nearMisses: [] };
    expect(await send('POST', 'editor/try', { ...question, draft }, token)).toMatchObject({
      status: 400,
      json: { code: 'bad', problems: expect.any(Array) },
    });
  });
});

describe('the desk over HTTP', () => {
  it('shows the queue, reads, notes and searches', async () => {
    const marie = await queued('Une phrase avec chrysalide');
    const id = marie.conversationId;
    const overview = (await get<DeskOverview>('desk/overview')).json;
    expect(overview.presence).toBe('available');
    expect(overview.queue.some(({ conversationId, summary }) => conversationId === id && summary === 'Une phrase avec chrysalide')).toBe(
      true,
    );
    expect(await send('POST', `desk/conversations/${id}/notes`, { text: 'À rappeler' })).toMatchObject({
      status: 201,
      json: { author: 'Agnès', text: 'À rappeler' },
    });
    const view = await get<ConversationView>(`desk/conversations/${id}`);
    expect(view).toMatchObject({
      status: 200,
      json: { status: 'queued', notes: [{ text: 'À rappeler' }], brief: { question: 'Une phrase avec chrysalide' } },
    });
    expect(view.json.events).toEqual(await marie.log());
    const found = await get<SearchResult>('desk/search?q=chrysalide');
    expect(found.json).toMatchObject({ total: 1, items: [{ conversationId: id, excerpt: 'Une phrase avec chrysalide' }] });
    expect((await get('desk/search')).status).toBe(400);
    expect((await get('desk/search?q=a&q=b')).status).toBe(400);
    await marie.close();
  });

  it('tells a supervisor that a reason is needed, and others that there is nothing', async () => {
    const marie = await queued();
    const id = marie.conversationId;
    await agnes.claim(id);
    expect(await get(`desk/conversations/${id}`, bruno.token)).toMatchObject({ status: 404, json: { ok: false, code: 'not-found' } });
    expect(await get(`desk/conversations/${id}`, sophie)).toMatchObject({ status: 403, json: { ok: false, code: 'not-owner' } });
    expect((await get(`desk/conversations/${id}?reason=${encodeURIComponent('Réclamation')}`, sophie)).status).toBe(200);
    expect((await get(`desk/conversations/${id}?reason=x`, sophie)).status).toBe(400);
    expect((await get(`desk/conversations/${'A'.repeat(22)}`)).status).toBe(404);
    expect((await get('desk/conversations/%00')).status).toBe(400);
    await marie.close();
  });

  it('keeps canned replies', async () => {
    const input = { shortcut: 'merci', title: 'Merci', text: 'Merci de votre visite.', service: 'accueil' };
    const added = await send<CannedReply>('POST', 'desk/canned', input);
    expect(added).toMatchObject({ status: 201, json: input });
    expect((await send('POST', 'desk/canned', input)).status).toBe(409);
    expect((await send('PUT', `desk/canned/${added.json.id}`, { ...input, title: 'Au revoir' })).status).toBe(200);
    expect((await get<{ replies: CannedReply[] }>('desk/canned')).json.replies).toMatchObject([{ title: 'Au revoir' }]);
    expect((await send('DELETE', `desk/canned/${added.json.id}`, undefined)).status).toBe(204);
    expect((await send('DELETE', `desk/canned/${uuid()}`, undefined)).status).toBe(404);
  });

  it('sets the switches of a site that exists', async () => {
    const on = { botOff: false, widgetOff: false, reason: '', banner: { text: 'Mairie fermée' } };
    expect(await send('PUT', 'switches/demo', on, sophie)).toMatchObject({ status: 200, json: on });
    expect((await get('switches/demo', sophie)).json).toMatchObject({ banner: { text: 'Mairie fermée' } });
    expect((await send('PUT', 'switches/nulle-part', on, sophie)).status).toBe(404);
    await send('PUT', 'switches/demo', { ...on, banner: null }, sophie);
  });

  it('serves the console’s page wherever one comes in, under its own policy', async () => {
    for (const path of ['/console', '/console/desk/abc', '/console/setup']) {
      const page = await http(service.url, path);
      expect(page.status).toBe(200);
      expect(page.text).toContain('<div id="console"></div>');
      expect(page.text).not.toMatch(/<script>|<style|style=| on\w+=/);
      const policy = page.headers.get('content-security-policy')!;
      for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
        expect(policy).toContain(rule);
    }
  });
});

describe('the mail of a callback', () => {
  it('goes to the agents of the service, with a link and nothing of what was said or left', async () => {
    mail.refuse = 0;
    const marie = await citizen(service.url);
    await marie.say('Mon secret est bleu');
    await marie.socket.do('callback:leave', { ...marie.line, contact: { name: 'Marie Canari', phone: '06 12 34 56 78' }, consent: true });
    const sent = await until('the mail', () => mail.mails.find((text) => text.includes(marie.conversationId)), 10_000, 100);
    expect(sent).toMatch(/To: .*agnes@valclair\.example/);
    expect(sent).not.toMatch(/edith@/);
    expect(sent).not.toMatch(/secret|Canari|34 56 78/);
    await sleep(300);
    expect(mail.mails.filter((text) => text.includes(marie.conversationId))).toHaveLength(1);
    await marie.close();
  }, 20_000);
});
