import { z } from 'zod';

/** One setting: what it is for, how it is checked, where it comes from. Documentation is generated from these. */
export interface Setting<S extends z.ZodType = z.ZodType> {
  doc: string;
  env: `GUICHET_${string}`;
  schema: S;
}
const setting = <S extends z.ZodType>(env: Setting['env'], schema: S, doc: string): Setting<S> => ({ doc, env, schema });

/** Every setting of the service. Each is also read from the file named by `<ENV>_FILE`. */
export const SETTINGS = {
  port: setting('GUICHET_PORT', z.coerce.number().int().min(0).max(65535).default(3000), 'TCP port to listen on; 0 picks a free one'),
  host: setting('GUICHET_HOST', z.string().default('0.0.0.0'), 'address to listen on'),
  data: setting('GUICHET_DATA', z.string().min(1).default('./data'), 'folder of the SQLite file, the lock and the generated secret'),
  databaseUrl: setting(
    'GUICHET_DATABASE_URL',
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
    'PostgreSQL instead of the SQLite file',
  ),
  redisUrl: setting(
    'GUICHET_REDIS_URL',
    z
      .string()
      .regex(/^rediss?:\/\//, 'must begin with redis://')
      .optional(),
    'Redis Streams, to tell other nodes at once',
  ),
  publicUrl: setting(
    'GUICHET_PUBLIC_URL',
    z.url({ protocol: /^https?$/ }).optional(),
    'the address under which people reach the service; unset: localhost only',
  ),
  trustProxy: setting(
    'GUICHET_TRUST_PROXY',
    z.coerce.number().int().min(0).max(10).default(0),
    'how many proxies in front may be believed about the address of the client',
  ),
  sites: setting('GUICHET_SITES', z.string().optional(), 'YAML file of the sites; unset: the demo site'),
  limits: setting('GUICHET_LIMITS', z.string().optional(), 'YAML file overriding named limits (see `guichet limits`)'),
  seed: setting('GUICHET_SEED', z.enum(['content', 'none']).default('content'), 'what an empty database is filled with'),
  smtpUrl: setting(
    'GUICHET_SMTP_URL',
    z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp://')
      .optional(),
    'mail server for notices of callbacks',
  ),
  mailFrom: setting('GUICHET_MAIL_FROM', z.email().optional(), 'sender of those mails'),
  secret: setting(
    'GUICHET_SECRET',
    z.string().min(32, 'must hold 32 characters or more').optional(),
    'encrypts contacts and second factors at rest; unset: generated once in the data folder',
  ),
  secondFactor: setting(
    'GUICHET_SECOND_FACTOR',
    z.enum(['optional', 'required']).default('optional'),
    'required: supervisors and administrators hold these roles only once their second factor is on',
  ),
  logLevel: setting('GUICHET_LOG', z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'), 'how much is logged'),
} as const;
export type SettingName = keyof typeof SETTINGS;
export type SettingValues = { [N in SettingName]: z.output<(typeof SETTINGS)[N]['schema']> };
