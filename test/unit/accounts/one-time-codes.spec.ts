import { describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { enrolmentUri, isRecoveryCode, newRecoveryCodes, newSecret, stepOf } from '../../../src/accounts/one-time-codes.js';

/** The secret of RFC 6238's table, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of the app', () => {
  it('is the one of RFC 6238, and tells its half minute', () => {
    expect(stepOf(SECRET, '287082', at(59))).toBe(1);
    expect(stepOf(SECRET, '081804', at(1_111_111_109))).toBe(37_037_036);
    expect(stepOf(SECRET, '279037', at(2_000_000_000))).toBe(66_666_666);
  });

  it('is good one half minute early and one late, and tells its own all the same', () => {
    const code = generateSync({ secret: SECRET, epoch: 3000 });
    expect([2969, 2970, 3000, 3029, 3059, 3060].map((now) => stepOf(SECRET, code, at(now)))).toEqual([
      undefined,
      100,
      100,
      100,
      100,
      undefined,
    ]);
  });

  it('of another secret is none', () => {
    expect(stepOf(newSecret(), '287082', at(59))).toBeUndefined();
  });
});

describe('an enrolment', () => {
  it('has 160 bits that are not given twice', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(newSecret());
  });

  it('names the service and the account in its link', () => {
    const uri = new URL(enrolmentUri(SECRET, 'agnes@valclair.example'));
    expect([uri.protocol, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      expect.stringContaining('Guichet:agnes@valclair.example'),
    ]);
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: SECRET, issuer: 'Guichet' });
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and never taken for a code of the app', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^[a-z2-7]{16}$/.test(code) && isRecoveryCode(code))).toBe(true);
    expect(isRecoveryCode('123456')).toBe(false);
  });
});
