import { serialize } from 'cookie';

/** Name of the session cookie of the citizens' pages. */
export const CITIZEN_COOKIE = 'guichet-citizen';

/** For a frame on other people's pages: SameSite=None and Partitioned, over https; Lax on http, where a browser takes no other. */
export function citizenCookie(token: string, secure: boolean): string {
  return serialize(CITIZEN_COOKIE, token, { httpOnly: true, path: '/', secure, sameSite: secure ? 'none' : 'lax', partitioned: secure });
}
export const expiredCitizenCookie = (secure: boolean): string =>
  serialize(CITIZEN_COOKIE, '', { httpOnly: true, path: '/', secure, sameSite: secure ? 'none' : 'lax', partitioned: secure, maxAge: 0 });
