import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import type { AuditEntry, Enrolment, RecoveryCodes, Role, SignedIn, StaffAccount, StaffMe } from '../../src/contract/index.js';
import { http, PASSWORD, signIn, startService, UNLIMITED, type Service } from '../harness/index.js';

const ADMIN = 'alma@valclair.example';
const HALF_MINUTE = 30;
let service: Service;
let admin: string;
let people = 0;

beforeAll(async () => {
  service = await startService({ limits: { ...UNLIMITED, 'login.perAccountPer15Minutes': 10 } });
  await service.addStaff({ email: ADMIN, roles: ['admin'] });
  admin = (await signIn(service.url, ADMIN)).token;
}, 60_000);
afterAll(() => service.close());

const enter = (email: string, otp?: string, password = PASSWORD) =>
  http<SignedIn>(service.url, '/api/staff/session', { body: { email, password, ...(otp === undefined ? {} : { otp }) } });
const mine = <T = unknown>(token: string, path: string, body: object) =>
  http<T>(service.url, `/api/staff/me/second-factor${path}`, { token, body });
const me = async (token: string) => (await http<StaffMe>(service.url, '/api/staff/session', { token })).json;
const seconds = () => Math.floor(Date.now() / 1000);

async function arrived(roles: Role[] = ['agent']) {
  const email = `personne${++people}@valclair.example`;
  const { link } = (
    await http<{ link: string }>(service.url, '/api/staff/accounts', { token: admin, body: { email, name: email, roles, services: [] } })
  ).json;
  await http(service.url, '/api/staff/password', { body: { token: link.split('#')[1], password: PASSWORD } });
  return { email, token: (await signIn(service.url, email)).token };
}
/** With a factor that is on; `next` is the code after the one that switched it on. */
async function secured() {
  const { email, token } = await arrived();
  const { secret } = (await mine<Enrolment>(token, '', { password: PASSWORD })).json;
  const epoch = seconds();
  const otp = generateSync({ secret, epoch });
  const { recoveryCodes } = (await mine<RecoveryCodes>(token, '/confirm', { otp })).json;
  return { email, token, otp, next: generateSync({ secret, epoch: epoch + HALF_MINUTE }), recoveryCodes };
}

describe('enrolment', () => {
  it('takes the password, then a code of the app, and gives ten recovery codes', async () => {
    const { token } = await arrived();
    expect(await mine(token, '', { password: 'mauvais mot de passe' })).toMatchObject({ status: 401, json: { code: 'auth' } });
    const begun = await mine<Enrolment>(token, '', { password: PASSWORD });
    expect(begun).toMatchObject({ status: 201, json: { uri: expect.stringMatching(/^otpauth:\/\/totp\/Guichet:/) } });
    expect(await mine(token, '/confirm', { otp: '000000' })).toMatchObject({ status: 401, json: { code: 'otp-invalid' } });
    expect(await me(token)).toMatchObject({ secondFactor: false, recoveryCodesLeft: 0, awaitedRoles: [] });
    const otp = generateSync({ secret: begun.json.secret, epoch: seconds() });
    const confirmed = await mine<RecoveryCodes>(token, '/confirm', { otp });
    expect(confirmed.status).toBe(200);
    expect(confirmed.json.recoveryCodes).toHaveLength(10);
    expect(await me(token)).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
  });
});

describe('signing in', () => {
  it('takes the password alone where there is no second factor, whatever code comes with it', async () => {
    const { email } = await arrived();
    expect((await enter(email)).status).toBe(201);
    expect((await enter(email, '123456')).status).toBe(201);
  });

  it('asks for the code once the password was right, and not before', async () => {
    const { email } = await secured();
    expect(await enter(email, undefined, 'mauvais mot de passe')).toMatchObject({ status: 401, json: { ok: false, code: 'auth' } });
    expect(await enter(email, '123456', 'mauvais mot de passe')).toMatchObject({ status: 401, json: { ok: false, code: 'auth' } });
    expect(await enter(email)).toMatchObject({ status: 401, json: { ok: false, code: 'otp-required' } });
  });

  it('takes a code of the app and refuses the same one again, the one of the enrolment too', async () => {
    const { email, otp, next } = await secured();
    expect(await enter(email, otp)).toMatchObject({ status: 401, json: { ok: false, code: 'otp-invalid' } });
    expect((await enter(email, next)).status).toBe(201);
    expect(await enter(email, next)).toMatchObject({ status: 401, json: { ok: false, code: 'otp-invalid' } });
  });

  it('takes a recovery code once', async () => {
    const { email, recoveryCodes } = await secured();
    const entered = await enter(email, recoveryCodes[3]);
    expect(entered.status).toBe(201);
    expect(await enter(email, recoveryCodes[3])).toMatchObject({ status: 401, json: { code: 'otp-invalid' } });
    expect(await me(entered.json.token)).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('counts wrong codes like wrong passwords, and not the question for a code', async () => {
    const { email, next } = await secured();
    for (let i = 0; i < 12; i++) expect((await enter(email)).json).toMatchObject({ code: 'otp-required' });
    const statuses = (await Promise.all(Array.from({ length: 30 }, () => enter(email, 'abcdefghijklmnop')))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect((await enter(email, next)).status).toBe(429);
  });
});

describe('switching off', () => {
  it('takes the password and a code', async () => {
    const { email, token, recoveryCodes } = await secured();
    const otp = recoveryCodes[0]!;
    expect(await mine(token, '/off', { password: 'mauvais mot de passe', otp })).toMatchObject({ status: 401, json: { code: 'auth' } });
    expect(await mine(token, '/off', { password: PASSWORD, otp: '000000' })).toMatchObject({ status: 401, json: { code: 'otp-invalid' } });
    expect((await mine(token, '/off', { password: PASSWORD, otp })).status).toBe(200);
    expect((await enter(email)).status).toBe(201);
  });

  it('is for an administrator when it is another’s, and leaves a line in the audit log', async () => {
    const { email, token } = await secured();
    const { accounts } = (await http<{ accounts: StaffAccount[] }>(service.url, '/api/staff/accounts', { token: admin })).json;
    const { id, secondFactor } = accounts.find((account) => account.email === email)!;
    expect(secondFactor).toBe(true);
    const reset = (by: string, whose: string) =>
      http(service.url, `/api/staff/accounts/${whose}/second-factor/reset`, { method: 'POST', token: by });
    expect((await reset((await arrived(['supervisor'])).token, id)).status).toBe(403);
    expect((await reset(admin, (await me(admin)).id)).status).toBe(400);
    expect((await reset(admin, id)).status).toBe(200);
    expect((await reset(admin, id)).status).toBe(404);
    expect((await http(service.url, '/api/staff/session', { token })).status).toBe(401);
    expect((await enter(email)).status).toBe(201);
    const { entries } = (await http<{ entries: AuditEntry[] }>(service.url, '/api/staff/audit', { token: admin })).json;
    expect(entries.find(({ action }) => action === 'second-factor-reset')).toMatchObject({ actor: 'alma', object: id });
  });

  it('is possible on the command line, for the last administrator too', async () => {
    const { email } = await secured();
    expect(await service.command(['staff', 'reset-second-factor', email])).toMatchObject({ code: 0 });
    expect((await enter(email)).status).toBe(201);
    expect((await service.command(['staff', 'reset-second-factor', email])).code).not.toBe(0);
  });
});
