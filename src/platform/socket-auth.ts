import { parse } from 'cookie';
import type { Socket } from 'socket.io';

/** The session token of a handshake: `auth: {token}` first, else the cookie. Never from the address. */
export function socketToken(socket: Socket, cookie: string): string | undefined {
  const { token } = socket.handshake.auth as { token?: unknown };
  if (typeof token === 'string') return token;
  return parse(socket.handshake.headers.cookie ?? '')[cookie];
}

/** The token of an HTTP call: `Authorization: Bearer` first, else the cookie. */
export function requestToken(headers: { authorization?: string; cookie?: string }, cookie: string): string | undefined {
  const bearer = /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(headers.authorization ?? '');
  return bearer?.[1] ?? parse(headers.cookie ?? '')[cookie];
}
