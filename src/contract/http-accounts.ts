import { z } from 'zod';
import { serviceId } from './staff.js';
import { ROLES, type Role } from './vocabulary.js';

const email = z.email().max(254);
/** 12 characters or more; no forced renewal. */
export const newPassword = z.string().min(12).max(200);
const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** `POST /api/staff/session` → 201 SignedIn and the session's cookie; `DELETE` ends it. */
export const staffSession = z.strictObject({
  email,
  password: z.string().min(1).max(200),
  otp: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
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
export const changePassword = z.strictObject({ current: z.string().min(1).max(200), password: newPassword });
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
  lastSeenAt?: string;
}
/** `GET /api/staff/session` */
export interface StaffMe extends StaffAccount {
  sites: { key: string; name: string }[];
  /** The services of the installation, with names; an agent works in those of `services`. */
  allServices: { id: string; name: string }[];
}
/** `GET /api/staff/audit?before=&limit=` (dpo, admin) */
export interface AuditEntry {
  n: number;
  at: string;
  actor: string;
  action: string;
  object?: string;
  reason?: string;
}
