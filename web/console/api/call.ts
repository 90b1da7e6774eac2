import type { ErrorCode } from '../../../src/contract/codes.js';
import type { Problem } from '../../../src/contract/http.js';

/** A call the service refused, or that never reached it (`offline`). */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(
    readonly status: number,
    readonly code: ErrorCode | 'offline',
    readonly retryInMs?: number,
    readonly problems: Problem[] = [],
  ) {
    super(code);
  }
}

interface RefusedBody {
  code?: ErrorCode;
  retryInMs?: number;
  problems?: Problem[];
}

const BY_STATUS: Record<number, ErrorCode> = {
  401: 'auth',
  403: 'not-owner',
  404: 'not-found',
  409: 'id.reused',
  413: 'too-large',
  429: 'rate',
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call under /api/staff, with the session's cookie. Throws CallRefused. */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const changes = method !== 'GET';
  let response: Response;
  try {
    response = await fetch(`/api/staff${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(changes ? { 'X-Guichet': '1' } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new CallRefused(0, 'offline');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const refused = (answer ?? {}) as RefusedBody;
  const code = refused.code ?? BY_STATUS[response.status] ?? (response.status >= 500 ? 'degraded' : 'bad');
  throw new CallRefused(response.status, code, refused.retryInMs, refused.problems);
}

/** `?a=1&b=2` of the parameters that hold something. */
export function query(parameters: Record<string, string | number | boolean | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export const codeOf = (error: unknown): ErrorCode | 'offline' | 'unknown' => {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code as ErrorCode;
  return (error as Error | null)?.name === 'LinkDown' ? 'offline' : 'unknown';
};
