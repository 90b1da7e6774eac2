import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { Accounts, AuditLog, firstBrokenLine, StaffSessions, type ActorValue } from '../../../src/accounts/index.js';
import { SecondFactors } from '../../../src/accounts/second-factors.js';
import type { Role } from '../../../src/contract/index.js';
import { DeskHouse } from '../desk/desk-house.js';

type Ground = () => Promise<{ settings: Record<string, string>; drop: () => Promise<void> }>;
const PASSWORD = 'une phrase de passe pour les tests';
const HALF_MINUTE = 30_000;
const TEN_MINUTES = 600_000;

/** What must hold of second factors, on whatever database. */
export function secondFactorSuite(where: string, ground: Ground): void {
  let house: DeskHouse;
  let drop: () => Promise<void>;
  let people = 0;

  beforeAll(async () => {
    const made = await ground();
    drop = made.drop;
    house = await DeskHouse.open({ ...made.settings, GUICHET_SECOND_FACTOR: 'required' });
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await drop();
  });

  const signIn = (email: string, otp?: string) => house.get(StaffSessions).signIn({ email, password: PASSWORD }, otp, email);
  async function arrived(roles: Role[] = ['agent']): Promise<ActorValue> {
    const email = `personne${++people}@valclair.example`;
    await house.get(Accounts).add({ email, name: email, roles, services: [] }, 'cli', PASSWORD);
    const signed = await signIn(email);
    if (!signed.ok) throw new Error(signed.code);
    return signed.actor;
  }
  const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(house.clock.now().getTime() / 1000) });
  /** With a factor that is on, ten minutes after. */
  async function secured(roles?: Role[]) {
    const actor = await arrived(roles);
    const begun = await house.get(SecondFactors).begin(actor);
    if (!begun.ok) throw new Error(begun.code);
    const confirmed = await house.get(SecondFactors).confirm(actor, codeOf(begun.secret));
    if (!confirmed.ok) throw new Error(confirmed.code);
    house.clock.ahead += TEN_MINUTES;
    return { actor, secret: begun.secret, recoveryCodes: confirmed.recoveryCodes };
  }
  const stored = (account: string) =>
    house.database.read.get<{ secret: string; active: number }>('SELECT secret, active FROM second_factor WHERE account = ?', [account]);

  describe(`a second factor ${where}`, () => {
    it('is not asked for before its first code was given', async () => {
      const actor = await arrived();
      const begun = await house.get(SecondFactors).begin(actor);
      expect(await signIn(actor.email)).toMatchObject({ ok: true });
      expect(await house.get(SecondFactors).confirm(actor, '000000')).toEqual({ ok: false, code: 'otp-invalid' });
      expect((await stored(actor.id))!.active).toBe(0);
      if (!begun.ok) throw new Error(begun.code);
      expect(await house.get(SecondFactors).confirm(actor, codeOf(begun.secret))).toMatchObject({ ok: true });
      expect(await signIn(actor.email)).toEqual({ ok: false, code: 'otp-required' });
    });

    it('ends the other sessions when it is switched on, and is not begun anew while it is', async () => {
      const actor = await arrived();
      const other = await signIn(actor.email);
      const begun = await house.get(SecondFactors).begin(actor);
      if (!begun.ok || !other.ok) throw new Error('not signed in');
      await house.get(SecondFactors).confirm(actor, codeOf(begun.secret));
      expect(await house.get(StaffSessions).find(other.token)).toBeUndefined();
      expect(await house.get(StaffSessions).alive(actor.session)).toBeDefined();
      expect(await house.get(SecondFactors).begin(actor)).toEqual({ ok: false, code: 'bad' });
    });

    it('is sealed, and its recovery codes are hashed', async () => {
      const { actor, secret, recoveryCodes } = await secured();
      expect((await stored(actor.id))!.secret).not.toContain(secret);
      const rows = await house.database.read.all<{ id: string }>('SELECT id FROM recovery_code WHERE account = ?', [actor.id]);
      expect(rows).toHaveLength(10);
      expect(rows.some(({ id }) => recoveryCodes.includes(id))).toBe(false);
    });

    it('takes a code once, even of several who send it together', async () => {
      const { actor, secret } = await secured();
      const code = codeOf(secret);
      const answers = await Promise.all(Array.from({ length: 9 }, () => signIn(actor.email, code)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await signIn(actor.email, code)).toEqual({ ok: false, code: 'otp-invalid' });
    });

    it('takes no code of before the last one', async () => {
      const { actor, secret } = await secured();
      const earlier = codeOf(secret);
      house.clock.ahead += HALF_MINUTE;
      expect(await signIn(actor.email, codeOf(secret))).toMatchObject({ ok: true });
      expect(await signIn(actor.email, earlier)).toEqual({ ok: false, code: 'otp-invalid' });
    });

    it('lets each recovery code in once, even of several who send it together', async () => {
      const { actor, recoveryCodes } = await secured();
      const [code, another] = recoveryCodes as [string, string];
      const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(actor.email, code)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await signIn(actor.email, another)).toMatchObject({ ok: true });
      expect(await house.get(SecondFactors).recoveryCodesLeft(actor.id)).toBe(8);
    });

    it('does not take the recovery code of somebody else', async () => {
      const [one, other] = [await secured(), await secured()];
      expect(await signIn(one.actor.email, other.recoveryCodes[0])).toEqual({ ok: false, code: 'otp-invalid' });
      expect(await house.get(SecondFactors).recoveryCodesLeft(other.actor.id)).toBe(10);
    });

    it('is left to recovery codes when its key is gone', async () => {
      const { actor, secret, recoveryCodes } = await secured();
      await house.database.write.perform((tx) => tx.run("UPDATE second_factor SET secret = 'a.b.c' WHERE account = ?", [actor.id]));
      expect(await signIn(actor.email, codeOf(secret))).toEqual({ ok: false, code: 'otp-invalid' });
      expect(await signIn(actor.email, recoveryCodes[0])).toMatchObject({ ok: true });
    });

    it('is switched off by a code, with all that belongs to it', async () => {
      const { actor, secret } = await secured();
      expect(await house.get(SecondFactors).switchOff(actor, '000000')).toEqual({ ok: false, code: 'otp-invalid' });
      expect(await house.get(SecondFactors).switchOff(actor, codeOf(secret))).toEqual({ ok: true });
      expect(await stored(actor.id)).toBeUndefined();
      expect(await house.get(SecondFactors).recoveryCodesLeft(actor.id)).toBe(0);
      expect(await signIn(actor.email)).toMatchObject({ ok: true });
    });

    it('is reset with a line in the audit log, and ends the sessions', async () => {
      const { actor } = await secured();
      expect(await house.get(SecondFactors).reset(actor.id, 'cli')).toEqual({ ok: true });
      expect(await house.get(StaffSessions).alive(actor.session)).toBeUndefined();
      expect((await house.get(AuditLog).page(undefined, 1))[0]).toMatchObject({
        actor: 'cli',
        action: 'second-factor-reset',
        object: actor.id,
      });
      expect(await house.get(SecondFactors).reset(actor.id, 'cli')).toEqual({ ok: false, code: 'not-found' });
      expect(await firstBrokenLine(house.database.read)).toBeUndefined();
    });

    it('where it is required, gives the roles that manage once it is on', async () => {
      expect((await arrived(['agent', 'admin', 'supervisor'])).roles).toEqual(['agent']);
      expect((await arrived(['editor', 'dpo'])).roles).toEqual(['editor', 'dpo']);
      const { actor } = await secured(['agent', 'admin']);
      expect((await house.get(StaffSessions).alive(actor.session))!.roles).toEqual(['agent', 'admin']);
    });
  });
}
