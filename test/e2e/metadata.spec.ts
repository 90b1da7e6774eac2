import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, staffCalls } from '../../src/contract/index.js';
import { agent, http, startService, within, type Agent, type Service } from '../harness/index.js';
import { routes } from '../harness/routes.js';

/** Read from the decorators, so that a new route without a rule breaks the build and not a town hall. */
const all = routes();
const staff = all.filter(({ path }) => path.startsWith('/api/staff'));
const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const ALLOWED = 'guichet:allowed';
const ruleOf = ({ handler, controller }: (typeof all)[number]): unknown =>
  Reflect.getMetadata(ALLOWED, handler) ?? Reflect.getMetadata(ALLOWED, controller);

describe('every route of the staff', () => {
  it('is found by the walk', () => {
    expect(staff.length).toBeGreaterThan(30);
    expect(staff.map(named)).toEqual(
      expect.arrayContaining(['POST /api/staff/session', 'GET /api/staff/desk/overview', 'POST /api/staff/editor/publish']),
    );
  });

  it('says whom it allows', () => {
    expect(staff.filter((route) => ruleOf(route) === undefined).map(named)).toEqual([]);
  });

  it('names roles that exist', () => {
    const unknown = staff.filter((route) => {
      const rule = ruleOf(route);
      return rule !== 'anyone' && !(rule as string[]).every((role) => (ROLES as readonly string[]).includes(role));
    });
    expect(unknown.map(named)).toEqual([]);
  });

  it('stands behind the guard', () => {
    const guards = (target: object) =>
      ((Reflect.getMetadata('__guards__', target) as { name: string }[] | undefined) ?? []).map(({ name }) => name);
    const open = staff.filter(({ controller, handler }) => ![...guards(controller), ...guards(handler)].includes('StaffGuard'));
    expect(open.map(named)).toEqual([]);
  });

  it('is open to people who are not signed in for signing in and one-time links alone', () => {
    expect(
      staff
        .filter((route) => ruleOf(route) === 'anyone')
        .map(named)
        .sort(),
    ).toEqual(['POST /api/staff/password', 'POST /api/staff/session', 'POST /api/staff/setup']);
  });

  it('lets nobody but the administrator touch accounts', () => {
    const rules = staff.filter(({ path }) => path.startsWith('/api/staff/accounts')).map((route) => ruleOf(route));
    expect(rules.length).toBeGreaterThan(4);
    expect(rules.every((rule) => JSON.stringify(rule) === '["admin"]')).toBe(true);
  });
});

describe('no other route', () => {
  it('changes anything, but for the citizens’ session and the plain page', () => {
    const changing = all.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/staff'));
    expect(changing.map(named).sort()).toEqual([
      'DELETE /api/citizen/session',
      'POST /api/citizen/session',
      'POST /c/:site/messages',
      'POST /c/:site/rappel',
    ]);
  });
});

describe('the running service', () => {
  let service: Service;
  let agnes: Agent;
  beforeAll(async () => {
    service = await startService();
    await service.addStaff({ email: 'agnes@valclair.example' });
    agnes = await agent(service.url, 'agnes@valclair.example');
  }, 60_000);
  afterAll(async () => {
    await agnes.close();
    await service.close();
  });

  it('answers no staff route to a stranger', async () => {
    for (const route of staff.filter((one) => ruleOf(one) !== 'anyone')) {
      const { status, json } = await http(service.url, route.path.replace(/:\w+|\*\w*/g, 'x'), { method: route.method });
      expect({ route: named(route), status, json }).toEqual({ route: named(route), status: 401, json: { ok: false, code: 'auth' } });
    }
  });

  it('answers an agent no route of other roles', async () => {
    const others = staff.filter((one) => {
      const rule = ruleOf(one);
      return Array.isArray(rule) && rule.length > 0 && !rule.includes('agent');
    });
    expect(others.length).toBeGreaterThan(10);
    for (const route of others) {
      const { status } = await http(service.url, route.path.replace(/:\w+|\*\w*/g, 'x'), { method: route.method, token: agnes.token });
      expect({ route: named(route), status }).toEqual({ route: named(route), status: 403 });
    }
  });

  it('hears every call of the agents’ contract', async () => {
    for (const name of Object.keys(staffCalls)) expect(await agnes.socket.raw(name, { canari: 1 })).toEqual({ ok: false, code: 'bad' });
  });

  it('hears nothing else on the agents’ namespace', async () => {
    for (const name of ['conversation:open', 'human:ask', 'conversation:erase', 'join', 'event', '__proto__', 'constructor'])
      await expect(within(300, name, agnes.socket.socket.emitWithAck(name, {}))).rejects.toThrow(/not within/);
  });
});
