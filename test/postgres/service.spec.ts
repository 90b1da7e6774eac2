import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agent,
  citizen,
  closeScreens,
  createDatabase,
  exchange,
  freePort,
  seeded,
  sleep,
  startService,
  UNHARMED,
  until,
  verdict,
  write,
  type Agent,
  type Exchange,
  type Service,
  type TestDatabase,
} from '../harness/index.js';

let database: TestDatabase;
let service: Service;
let agnes: Agent;

beforeAll(async () => {
  database = await createDatabase();
  service = await startService({ port: await freePort(), env: { GUICHET_DATABASE_URL: database.url } });
  await service.addStaff({ email: 'agnes@valclair.example', name: 'Agnès' });
  agnes = await agent(service.url, 'agnes@valclair.example');
}, 90_000);
afterAll(async () => {
  closeScreens();
  await agnes?.close();
  await service?.close();
  await database?.drop();
});

describe('on PostgreSQL', () => {
  it('a conversation goes to a person and back to the robot, numbered without a gap', async () => {
    const marie = await citizen(service.url);
    const id = marie.conversationId;
    await marie.say('Bonjour');
    await marie.ask();
    expect(await agnes.claim(id)).toMatchObject({ ok: true, epoch: 1, brief: { question: 'Bonjour' } });
    await agnes.say(id, 'Bonjour Marie');
    await marie.socket.event('the reply', (event) => event.kind === 'message' && event.sender.name === 'Agnès');
    await agnes.socket.do('conversation:release', { ...agnes.line(id), to: { bot: true } });
    await marie.say('Bonjour');
    await marie.socket.do('conversation:end', marie.line);
    const log = await marie.log();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    await marie.close();
  });

  it('20 retries at once are one message and one answer', async () => {
    const marie = await citizen(service.url);
    const call = { ...marie.line, text: 'Bonjour' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => marie.socket.do('message:send', call)));
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect((await marie.log()).map(({ kind }) => kind)).toEqual(['notice', 'message', 'answer']);
    await marie.close();
  });

  it('a citizen and an agent who write at once are both numbered, in one order for both', async () => {
    const marie = await citizen(service.url);
    const id = marie.conversationId;
    await marie.ask();
    await agnes.claim(id);
    await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? marie.say(`Ligne ${i}`) : agnes.say(id, `Ligne ${i}`))));
    const log = await marie.log();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    expect(log.filter(({ kind }) => kind === 'message')).toHaveLength(40);
    await marie.close();
  });

  it('loses nothing and doubles nothing when the process is killed 5 times while people talk', async () => {
    const random = seeded(5);
    const exchanges: Exchange[] = [];
    for (let i = 0; i < 2; i++) exchanges.push(await exchange(service, agnes, service.url));
    const screens = exchanges.flatMap((one) => one.screens);
    const stops = screens.map((screen, i) => write(screen, `Ligne de ${i}`, 40));
    const promised = () => screens.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    for (let kill = 0; kill < 5; kill++) {
      const before = promised();
      await until('people talk', () => promised() >= before + 10, 20_000);
      await sleep(random() * 300);
      await service.kill();
      await service.start();
    }
    await until('people talk again', () => screens.every(({ socket }) => socket.connected), 20_000);
    for (const stop of stops) stop();
    for (const one of exchanges) expect(await verdict(service, one)).toMatchObject(UNHARMED);
  }, 120_000);

  it('the invariants hold at the end', async () => {
    const verified = await service.command(['verify']);
    expect({ code: verified.code, said: verified.stdout + verified.stderr }).toMatchObject({ code: 0 });
  });
});
