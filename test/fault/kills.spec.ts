import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  agent,
  citizen,
  citizenScreen,
  closeScreens,
  exchange,
  freePort,
  seeded,
  sleep,
  startService,
  UNHARMED,
  until,
  verdict,
  write,
  type Exchange,
  type Service,
} from '../harness/index.js';

const KILLS = 20;
const SEED = 20_261;
let service: Service;

beforeAll(async () => {
  service = await startService({ port: await freePort() });
  await service.addStaff({ email: 'agnes@valclair.example', name: 'Agnès' });
}, 60_000);
afterAll(async () => {
  closeScreens();
  await service.close();
});

it(`loses nothing and doubles nothing when it is killed ${KILLS} times while people talk`, async () => {
  const random = seeded(SEED);
  const agnes = await agent(service.url, 'agnes@valclair.example');
  const exchanges: Exchange[] = [];
  for (let i = 0; i < 3; i++) exchanges.push(await exchange(service, agnes, service.url));
  // A citizen alone with the robot: each question must come back with its answer.
  const paul = await citizen(service.url);
  await paul.close();
  const alone = { conversationId: paul.conversationId, screens: [citizenScreen(paul, { url: service.url, home: service.url })] };
  await agnes.close();

  const everyone = [...exchanges, alone];
  const screens = everyone.flatMap((one) => one.screens);
  const stops = screens.map((screen, i) => write(screen, `Ligne de ${i}`, 40, screens.length - 1 === i ? () => 'Bonjour' : undefined));
  const promised = () => screens.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);

  for (let kill = 0; kill < KILLS; kill++) {
    const before = promised();
    await until('people talk', () => promised() >= before + 10 && screens.every(({ socket }) => socket.connected), 20_000);
    await sleep(random() * 400);
    await service.kill();
    await service.start();
  }
  await until('people talk again', () => screens.every(({ socket }) => socket.connected), 20_000);
  for (const stop of stops) stop();

  const verdicts = [];
  for (const one of everyone) verdicts.push(await verdict(service, one));
  for (const one of verdicts) expect(one).toMatchObject(UNHARMED);
  const acknowledged = verdicts.reduce((sum, one) => sum + one.acknowledged, 0);
  console.log(`kills: ${KILLS}, acknowledged: ${acknowledged}, lost: 0, duplicated: 0 (seed ${SEED})`);
  expect(acknowledged).toBeGreaterThan(KILLS * 10);

  const verified = await service.command(['verify']);
  expect({ code: verified.code, said: verified.stdout + verified.stderr }).toMatchObject({ code: 0 });
}, 300_000);
