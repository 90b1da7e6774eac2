import { afterEach, describe, expect, it } from '@jest/globals';
import {
  agent,
  citizen,
  citizenScreen,
  closeScreens,
  freePort,
  guichet,
  Service,
  sleep,
  startService,
  until,
  type Screen,
} from '../harness/index.js';

const running: Service[] = [];
const start = async (...options: Parameters<typeof startService>) => {
  const service = await startService(...options);
  running.push(service);
  return service;
};
afterEach(async () => {
  closeScreens();
  for (const service of running.splice(0)) await service.close();
});

describe('two processes on one data folder', () => {
  it('are refused within a second, in one line, and the first goes on', async () => {
    const service = await start();
    // What the same program needs to load and do nothing is not the lock's doing.
    const { ms: loading } = await guichet(['limits'], service.settings);
    const second = await guichet(['serve'], { ...service.settings, GUICHET_PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.stderr.trim().split('\n')).toEqual([expect.stringMatching(/another guichet process .* is using /)]);
    expect(second.ms - loading).toBeLessThan(1000);
    for (const command of [['migrate'], ['restore', 'nulle-part.sqlite']])
      expect(await guichet(command, service.settings)).toMatchObject({ code: 1, stderr: expect.stringMatching(/another guichet process/) });
    const marie = await citizen(service.url);
    expect(await marie.say('Bonjour')).toMatchObject({ ok: true });
    await marie.close();
  }, 60_000);

  it('are free again at once when the first was killed', async () => {
    const service = await start();
    await service.kill();
    await service.start();
    expect(service.running).toBe(true);
  }, 60_000);

  it('let commands read and write beside a running service', async () => {
    const service = await start();
    const marie = await citizen(service.url);
    await service.addStaff({ email: 'agnes@valclair.example' });
    const agnes = await agent(service.url, 'agnes@valclair.example');
    expect((await service.command(['verify'])).code).toBe(0);
    expect((await service.command(['backup', `${service.folder}/copie.sqlite`])).code).toBe(0);
    expect(await marie.say('Bonjour')).toMatchObject({ ok: true });
    await Promise.all([marie.close(), agnes.close()]);
  }, 60_000);
});

describe('a stop', () => {
  it('says goodbye to 100 people, ends within 10 s, and has them all back afterwards with nothing lost', async () => {
    const service = await start({ port: await freePort() });
    const screens: Screen[] = [];
    const people = [];
    for (let i = 0; i < 100; i++) people.push(await citizen(service.url));
    for (const one of people) {
      await one.close();
      screens.push(citizenScreen(one, { url: service.url, home: service.url }));
    }
    await until('all are there', () => screens.every(({ last }) => last > 0), 20_000);
    for (const screen of screens) screen.say('Bonjour');
    await sleep(30);

    const started = performance.now();
    expect(await service.stop()).toBe(0);
    const took = performance.now() - started;
    expect(took).toBeLessThan(10_000);
    expect(screens.filter(({ byes }) => byes === 0)).toHaveLength(0);

    await service.start();
    const up = performance.now();
    await until('all are back', () => screens.every(({ socket, waiting }) => socket.connected && waiting === 0), 20_000);
    await until('all are answered', () => screens.every(({ lines }) => lines.some(({ kind }) => kind === 'answer')), 20_000);
    console.log(
      `stopped in ${(took / 1000).toFixed(1)} s, 100 people back and answered ${((performance.now() - up) / 1000).toFixed(1)} s after the start`,
    );
    expect(screens.every(({ lines }) => lines.filter(({ kind }) => kind === 'message').length === 1)).toBe(true);
    expect((await service.command(['verify'])).code).toBe(0);
  }, 90_000);
});

describe('a start', () => {
  it.each([
    ['GUICHET_PORT', 'abc'],
    ['GUICHET_DATABASE_URL', 'mysql://localhost/x'],
    ['GUICHET_SITES', '/nulle/part.yml'],
    ['GUICHET_SECRET', 'court'],
  ])(
    'with %s=%s says in one line what is wrong',
    async (name, value) => {
      const service = new Service({ env: { [name]: value } });
      running.push(service);
      const { code, stderr } = await service.command(['serve']);
      expect(code).toBe(1);
      expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(name)]);
    },
    30_000,
  );
});
