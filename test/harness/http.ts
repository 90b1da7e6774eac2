import type { SignedIn } from '../../src/contract/index.js';
import { PASSWORD } from './service.js';

export interface HttpAnswer<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON, undefined when it is none. */
  json: T;
}
export interface Call {
  method?: string;
  body?: unknown;
  /** A signed-in member of staff, or a citizen. */
  token?: string;
  headers?: Record<string, string>;
  redirect?: RequestRedirect;
}

/** One HTTP call as our own pages make it: with `X-Guichet: 1` and an Origin that is ours. */
export async function http<T = unknown>(url: string, path: string, call: Call = {}): Promise<HttpAnswer<T>> {
  const { method = call.body === undefined ? 'GET' : 'POST', body, token, headers = {}, redirect = 'manual' } = call;
  const response = await fetch(new URL(path, url), {
    method,
    redirect,
    headers: {
      ...(method === 'GET' ? {} : { Origin: url, 'X-Guichet': '1' }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) as T };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A citizen's session: its token. */
export async function openSession(url: string, site = 'demo'): Promise<string> {
  const { status, json } = await http<{ token: string }>(url, '/api/citizen/session', { body: { site } });
  if (status !== 201) throw new Error(`POST /api/citizen/session: ${status}`);
  return json.token;
}

/** Signs a member of staff in, by the password of the tests. */
export async function signIn(url: string, email: string, password = PASSWORD): Promise<SignedIn> {
  const { status, json } = await http<SignedIn>(url, '/api/staff/session', { body: { email, password } });
  if (status !== 201) throw new Error(`POST /api/staff/session: ${status}`);
  return json;
}
