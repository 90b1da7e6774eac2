import { parse, serialize } from 'cookie';

const NAME = 'guichet-page';

/** The session token of a site's plain page; Lax, since this page is never in a frame, and for its own path alone. */
export const pageCookie = (token: string, site: string, secure: boolean): string =>
  serialize(NAME, token, { httpOnly: true, path: `/c/${site}`, secure, sameSite: 'lax' });

/** The token that came with the request, if it has the form of one. */
export function tokenOf(cookies: string | undefined): string | undefined {
  const token = parse(cookies ?? '')[NAME];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}
