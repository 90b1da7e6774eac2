import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LIMITS, type LimitName, type Limits } from '../contract/index.js';
import { SETTINGS, type SettingName, type SettingValues } from './settings.js';
import { demoSites, sitesFile, type Site } from './sites.js';

/** A setting that cannot be used: the message is one readable line. */
export class ConfigError extends Error {}

/** What the whole service is configured with, checked once at boot. */
export class Config {
  constructor(
    readonly settings: Omit<SettingValues, 'sites' | 'limits'>,
    readonly sites: Site[],
    readonly limits: Limits,
  ) {}

  site(key: string): Site | undefined {
    return this.sites.find((site) => site.key === key);
  }
  get services(): { id: string; name: string }[] {
    const byId = new Map(
      this.sites.flatMap((site) => site.services.map((service) => [service.id, { id: service.id, name: service.name }])),
    );
    return [...byId.values()];
  }
}

type Environment = Record<string, string | undefined>;

function fileOr(env: Environment, name: string): string | undefined {
  const path = env[`${name}_FILE`];
  if (path === undefined) return env[name] === '' ? undefined : env[name];
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name}_FILE: cannot read ${path}`);
  }
}

function yamlFile<S extends z.ZodType>(env: string, path: string, schema: S): z.output<S> {
  let document: unknown;
  try {
    document = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${env}: ${path}: ${(error as Error).message.split('\n')[0]}`);
  }
  const parsed = schema.safeParse(document);
  if (!parsed.success) throw new ConfigError(`${env}: ${path}: ${describe(parsed.error)}`);
  return parsed.data;
}

const describe = (error: z.ZodError) => error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`).join('; ');

const limitsFile = z.partialRecord(z.enum(Object.keys(LIMITS) as [LimitName, ...LimitName[]]), z.number().int().min(0));

/** The only place that reads the environment. Throws ConfigError with a readable line. */
export function readConfig(env: Environment = process.env): Config {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, (typeof SETTINGS)[SettingName]][]) {
    const parsed = setting.schema.safeParse(fileOr(env, setting.env));
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${setting.env}: ${parsed.error.issues[0]!.message}`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const { sites, limits, ...settings } = values as SettingValues;
  const defaults = Object.fromEntries(Object.entries(LIMITS).map(([name, limit]) => [name, limit.default])) as Limits;
  return new Config(
    settings,
    sites === undefined ? demoSites() : yamlFile('GUICHET_SITES', sites, sitesFile).sites,
    limits === undefined ? defaults : { ...defaults, ...yamlFile('GUICHET_LIMITS', limits, limitsFile) },
  );
}
