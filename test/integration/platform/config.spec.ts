import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../../../src/platform/config.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const problem = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('no problem was found');
};
const SITE = 'sites:\n  - { key: ville, name: Ville, services: [{ id: accueil, name: Accueil }], defaultService: accueil }\n';

describe('the configuration', () => {
  it('works with nothing set: the demo town, an embedded database', () => {
    const config = readConfig({});
    expect(config.settings).toMatchObject({ port: 3000, data: './data', seed: 'content' });
    expect(config.sites.map(({ key }) => key)).toEqual(['demo']);
    expect(config.limits['message.characters']).toBe(4000);
  });

  it('names each wrong setting on a line of its own', () => {
    const lines = problem({ GUICHET_PORT: 'http', GUICHET_SEED: 'all', GUICHET_DATABASE_URL: 'mysql://x', GUICHET_SECRET: 'short' }).split(
      '\n',
    );
    expect(lines).toHaveLength(4);
    expect(lines.join(' ')).toMatch(/GUICHET_PORT.*GUICHET_DATABASE_URL: must begin with postgres:\/\/.*GUICHET_SEED.*GUICHET_SECRET/);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(problem({ GUICHET_SECRET: 'hunter2', GUICHET_SMTP_URL: 'http://user:hunter2@mail' })).not.toContain('hunter2');
  });

  it('reads each setting from a file named by …_FILE', () => {
    const secret = 'x'.repeat(40);
    expect(readConfig({ GUICHET_SECRET_FILE: file('secret', `${secret}\n`) }).settings.secret).toBe(secret);
    expect(problem({ GUICHET_SECRET_FILE: join(folder, 'missing') })).toMatch(/^GUICHET_SECRET_FILE: cannot read /);
  });

  it('takes sites from a file, and says which line of a wrong one is wrong', () => {
    expect(readConfig({ GUICHET_SITES: file('good.yml', SITE) }).site('ville')?.timezone).toBe('Europe/Paris');
    expect(problem({ GUICHET_SITES: file('broken.yml', 'sites: [') })).toMatch(/^GUICHET_SITES: .*broken\.yml: /);
    expect(problem({ GUICHET_SITES: file('service.yml', SITE.replace('defaultService: accueil', 'defaultService: autre')) })).toMatch(
      /sites\.0\.defaultService: is not one of the services/,
    );
    expect(problem({ GUICHET_SITES: file('twice.yml', SITE + SITE.replace('sites:\n', '')) })).toMatch(/two sites have one key/);
    expect(problem({ GUICHET_SITES: file('zone.yml', SITE.replace('name: Ville,', 'name: Ville, timezone: Europe/Lyon,')) })).toMatch(
      /not a time zone/,
    );
    expect(problem({ GUICHET_SITES: file('origin.yml', SITE.replace('name: Ville,', 'name: Ville, origins: ["*"],')) })).toMatch(
      /origins\.0/,
    );
  });

  it('overrides named limits and no others', () => {
    const config = readConfig({ GUICHET_LIMITS: file('limits.yml', 'message.perMinute: 3\n') });
    expect(config.limits['message.perMinute']).toBe(3);
    expect(config.limits['message.perDay']).toBe(200);
    expect(problem({ GUICHET_LIMITS: file('unknown.yml', 'message.perYear: 3\n') })).toMatch(/^GUICHET_LIMITS: /);
    expect(problem({ GUICHET_LIMITS: file('negative.yml', 'message.perMinute: -1\n') })).toMatch(/^GUICHET_LIMITS: .*message\.perMinute/);
  });
});
