import { z } from 'zod';
import { serviceId } from './staff.js';
import { ROLES, type Role } from './vocabulary.js';

const email = z.email().max(254);
/** 12 characters or more; no forced renewal. */
export const newPassword = z.string().min(12).max(200);
const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const password = z.string().min(1).max(200);
/** A code of the authenticator app. */
const appCode = z.string().regex(/^\d{6}$/);
/** A code of the app, or a recovery code in its place; small letters, without separators. */
const otp = z.string().regex(/^(\d{6}|[a-z2-7]{16})$/);

/**
 * `POST /api/staff/session` → 201 SignedIn and the session's cookie; `DELETE` ends it. Where the password is right and the account has
 * a second factor: 401 `otp-required` without a code, 401 `otp-invalid` with a wrong or used one.
 */
export const staffSession = z.strictObject({ email, password, otp: otp.optional() });
export interface SignedIn {
  token: string;
  roles: Role[];
  services: string[];
}

/** `POST /api/staff/setup`: first account of an empty installation, by the one-time link printed at the first start. */
export const setup = z.strictObject({ token: oneTimeToken, email, name: z.string().trim().min(1).max(100), password: newPassword });
/** `POST /api/staff/password`: sets a password by a one-time link (invitation or reset). */
export const setPassword = z.strictObject({ token: oneTimeToken, password: newPassword });
/** `POST /api/staff/me/password` */
export const changePassword = z.strictObject({ current: password, password: newPassword });
/** `POST /api/staff/accounts` → 201 `{account, link}`; `PATCH /api/staff/accounts/:id` */
export const newAccount = z.strictObject({
  email,
  name: z.string().trim().min(1).max(100),
  roles: z.array(z.enum(ROLES)).min(1),
  services: z.array(serviceId).max(100),
});
export const accountPatch = newAccount.omit({ email: true }).partial();
/** `GET /api/staff/accounts`, `POST /api/staff/accounts/:id/{disable,enable,reset}` (reset answers `{link}`) */
export interface StaffAccount {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  services: string[];
  disabled: boolean;
  /** False until the invitation link was used. */
  ready: boolean;
  /** A code is asked at sign-in. */
  secondFactor: boolean;
  lastSeenAt?: string;
}
/** `GET /api/staff/session` */
export interface StaffMe extends StaffAccount {
  sites: { key: string; name: string }[];
  /** The services of the installation, with names; an agent works in those of `services`. */
  allServices: { id: string; name: string }[];
  recoveryCodesLeft: number;
  /** Roles that are the account's once it has a second factor (`GUICHET_SECOND_FACTOR=required`); not in `roles` until then. */
  awaitedRoles: Role[];
}
/** `POST /api/staff/me/second-factor` → 201 Enrolment; 400 `bad` when it is on already. Nothing is asked at sign-in before it is confirmed. */
export const beginSecondFactor = z.strictObject({ password });
export interface Enrolment {
  /** Base32, for people who type it. */
  secret: string;
  /** `otpauth://…`, for a link or a QR code. */
  uri: string;
}
/** `POST /api/staff/me/second-factor/confirm` → RecoveryCodes, and every other session of the account ends. */
export const confirmSecondFactor = z.strictObject({ otp: appCode });
/** Ten, of 16 characters, each of which works once. Never shown again. */
export interface RecoveryCodes {
  recoveryCodes: string[];
}
/** `POST /api/staff/me/second-factor/off`; `POST /api/staff/accounts/:id/second-factor/reset` switches another account's off (admin). */
export const endSecondFactor = z.strictObject({ password, otp });
/** `GET /api/staff/audit?before=&limit=` (dpo, admin) */
export interface AuditEntry {
  n: number;
  at: string;
  actor: string;
  action: string;
  object?: string;
  reason?: string;
}
