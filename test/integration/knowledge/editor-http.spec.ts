import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import 'reflect-metadata';
import { Accounts, AccountsModule, accountsEntities, accountsMigrations } from '../../../src/accounts/index.js';
import type { ArticleEdition, ArticleRow, Preview, Problem, Published, Role, SnapshotRow } from '../../../src/contract/index.js';
import { contentOn, CurrentSnapshot, KnowledgeModule, knowledgeEntities, knowledgeMigrations } from '../../../src/knowledge/index.js';
import { Clock } from '../../../src/platform/clock.js';
import { readConfig } from '../../../src/platform/config.js';
import { Database } from '../../../src/platform/database.js';
import { HttpFailures } from '../../../src/platform/http-door.js';
import { Log } from '../../../src/platform/logging.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { article, BODY, examples, smallContent } from '../../unit/knowledge/small-content.js';

const PASSWORD = 'un mot de passe assez long';
const draft = (markdown: string, baseVersion = 0, utterances = examples('essai libre')) => ({
  markdown,
  utterances,
  nearMisses: [],
  note: '',
  baseVersion,
});

describe("the editors' desk over HTTP", () => {
  const folder = temporaryFolder();
  const tokens: Record<string, string> = {};
  let database: Database;
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    const config = readConfig({ GUICHET_DATA: folder, GUICHET_SEED: 'none' });
    const schema = { entities: [...accountsEntities, ...knowledgeEntities], migrations: [...accountsMigrations, ...knowledgeMigrations] };
    database = await Database.open(config, schema);
    const log = Log.at('silent');
    const ground = { config, database, log, clock: new Clock() };
    // Filled before the start, so that there is nothing left to seed.
    await contentOn(ground).imports.run({ files: smallContent(), draft: false, note: 'essai', by: { id: 'cli', name: 'essai' } });
    const desk = { ...PlatformModule.on(ground), imports: [AccountsModule, KnowledgeModule] };
    app = await NestFactory.create<NestExpressApplication>(desk, { logger: log, abortOnError: false });
    app.useBodyParser('json', { limit: '300kb' });
    app.useGlobalFilters(new HttpFailures(log));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    for (const role of ['editor', 'supervisor', 'agent'] as Role[]) {
      await app.get(Accounts).add({ email: `${role}@valclair.example`, name: role, roles: [role], services: [] }, 'system', PASSWORD);
      const { token } = (
        await call<{ token: string }>('POST', '/api/staff/session', { body: { email: `${role}@valclair.example`, password: PASSWORD } })
      ).json;
      tokens[role] = token;
    }
  });
  afterAll(async () => {
    await app.close();
    await database.close();
    removeFolder(folder);
  });

  async function call<T>(method: string, path: string, { body, as }: { body?: unknown; as?: string } = {}) {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(as === undefined ? {} : { authorization: `Bearer ${tokens[as]}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as T };
  }
  const get = <T>(path: string, as = 'editor') => call<T>('GET', `/api/staff/editor${path}`, { as });
  const send = <T>(method: string, path: string, body: unknown, as = 'editor') => call<T>(method, `/api/staff/editor${path}`, { body, as });

  it('is closed to strangers and agents, and read-only for supervisors', async () => {
    expect(await call('GET', '/api/staff/editor/articles')).toEqual({ status: 401, json: { ok: false, code: 'auth' } });
    expect((await get('/articles', 'agent')).status).toBe(403);
    expect((await get('/articles', 'supervisor')).status).toBe(200);
    expect((await send('POST', '/articles', draft(article('a')), 'supervisor')).status).toBe(403);
  });

  it('edits and publishes an article from its list to the citizen', async () => {
    const { articles } = (await get<{ articles: ArticleRow[] }>('/articles?q=permis')).json;
    expect(articles).toMatchObject([{ id: 'permis', status: 'published', draft: false, utterances: 12, updatedBy: 'essai' }]);
    const opened = (await get<ArticleEdition>('/articles/permis')).json;
    expect(opened).toMatchObject({ version: 1, liveVersion: 1, problems: [], utterances: examples('conduite auto') });

    const markdown = opened.markdown.replace('Permis de conduire', 'Permis revu');
    const saved = await send<ArticleEdition>('PUT', '/articles/permis', draft(markdown, 1, [...opened.utterances, 'papier rose']));
    expect(saved).toMatchObject({ status: 200, json: { version: 2, status: 'draft', preview: { title: 'Permis revu' } } });

    const published = await send<Published>('POST', '/publish', { articles: ['permis'], note: 'titre' });
    expect(published).toMatchObject({ status: 200, json: { articles: 2 } });
    const live = app.get(CurrentSnapshot).get();
    expect(live.id).toBe(published.json.snapshot);
    expect(live.articles.get('permis')!.title).toBe('Permis revu');
    const { snapshots } = (await get<{ snapshots: SnapshotRow[] }>('/snapshots')).json;
    expect(snapshots[0]).toMatchObject({ id: live.id, by: 'editor', note: 'titre', current: true, gate: { generic: true } });
  });

  it('answers 409 to a save made from an old version', async () => {
    expect(await send('PUT', '/articles/passeport', draft(article('passeport'), 7))).toEqual({
      status: 409,
      json: { ok: false, code: 'id.reused' },
    });
  });

  it('previews a text with its problems, without keeping it', async () => {
    const { status, json } = await send<Preview>('POST', '/preview', {
      markdown: article('essai', { body: `${BODY}\n## Délai {retard}\nBientôt.\n` }),
    });
    expect(status).toBe(200);
    expect(json.article!.sections).toHaveLength(3);
    expect(json.problems).toMatchObject([{ code: 'facet', line: 18 }]);
    expect((await get('/articles/essai')).status).toBe(404);
  });

  it('refuses a publication with the problems that stand against it', async () => {
    await send('POST', '/articles', draft(article('nouveau', { body: `${BODY}\n::link[Rien]{article="rien"}\n` })));
    const refused = await send<{ code: string; problems: Problem[] }>('POST', '/publish', { articles: ['nouveau'] });
    expect(refused).toMatchObject({ status: 400, json: { ok: false, code: 'bad', problems: [{ code: 'dangling', article: 'nouveau' }] } });
    const { problems } = (await send<{ problems: Problem[] }>('POST', '/check', {})).json;
    expect(problems).toMatchObject([{ code: 'dangling', article: 'nouveau' }]);
  });

  it('changes a status, restores a version and shows any of them', async () => {
    expect((await send('POST', '/articles/nouveau/status', { status: 'in-review' })).json).toMatchObject({
      version: 2,
      status: 'in-review',
    });
    expect((await send('POST', '/articles/nouveau/restore', { version: 1 })).json).toMatchObject({ version: 3, status: 'draft' });
    expect((await get('/articles/nouveau/versions/1')).json).toMatchObject({ utterances: examples('essai libre') });
    expect((await get('/articles/nouveau/versions/9')).status).toBe(404);
  });

  it.each([
    ['GET', '/articles/..%2F..%2Fetc', 404, undefined],
    ['GET', '/articles/%00', 404, undefined],
    ['GET', '/articles?status=perdu', 400, undefined],
    ['GET', '/articles/permis/versions/abc', 400, undefined],
    ['GET', '/articles/permis/versions/99999999999999', 400, undefined],
    ['POST', '/articles/permis/restore', 400, { version: 99999999999 }],
    ['POST', '/articles', 400, { markdown: 'x' }],
    ['POST', '/articles', 400, draft('---\n{a: {b: [}\n---\n')],
    ['POST', '/articles', 400, draft(`${article('nul')}\u0000`)],
    ['POST', '/preview', 400, { markdown: 'x'.repeat(200_001) }],
    ['POST', '/publish', 404, { articles: ['inconnu'] }],
    ['POST', '/publish', 400, { articles: [] }],
  ])('%s %s with what does not fit answers %s', async (method, path, status, body) => {
    const answer = await call<{ ok: boolean }>(method, `/api/staff/editor${path}`, {
      as: 'editor',
      ...(body === undefined ? {} : { body }),
    });
    expect(answer).toMatchObject({ status, json: { ok: false } });
  });
});
