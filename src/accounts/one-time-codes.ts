import { generateSecret, generateURI, verifySync } from 'otplib';

/** A code is good for its own half minute and the ones next to it: clocks of phones are off, and people type slowly. */
const TOLERANCE_SECONDS = 30;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

/** 160 random bits, base32: 32 capitals and digits. */
export const newSecret = (): string => generateSecret();

/** `otpauth://totp/Guichet:…`, what authenticator apps read: SHA-1, 6 digits, 30 seconds, which all of them know. */
export const enrolmentUri = (secret: string, email: string): string => generateURI({ issuer: 'Guichet', label: email, secret });

/** The number of the half minute (since 1970) that the code is of; undefined when it is of none around `at`. */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
  const epoch = Math.floor(at.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** Ten of 80 random bits, 16 small letters and digits: too many to guess, so that a plain hash keeps them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => generateSecret({ length: RECOVERY_BYTES }).toLowerCase());

export const isRecoveryCode = (code: string): boolean => code.length > 6;
