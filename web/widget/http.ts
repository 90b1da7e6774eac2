import type { SiteView } from '../../src/contract/citizen.js';
import type { ErrorCode } from '../../src/contract/codes.js';
import { Refused } from '../receiver/failures.js';

/** The few calls the widget makes over HTTP, all to its own origin. */
export interface Http {
  site(): Promise<SiteView>;
  /** Opens a session: a cookie where the browser takes one, and a token for where it does not. */
  openSession(): Promise<string>;
  endSession(token: string | undefined): Promise<void>;
  transcript(token: string | undefined): Promise<Blob>;
}

export function createHttp(site: string): Http {
  const call = async (path: string, init: RequestInit, token?: string): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (init.method) headers.set('X-Guichet', '1');
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const response = await fetch(path, { ...init, headers, credentials: 'same-origin' });
    if (response.ok) return response;
    const answer = (await response.json().catch(() => ({}))) as { code?: ErrorCode; retryInMs?: number };
    throw new Refused(answer.code ?? (response.status === 429 ? 'rate' : 'degraded'), answer.retryInMs);
  };
  return {
    site: async () => (await call(`/api/citizen/site/${encodeURIComponent(site)}`, {})).json() as Promise<SiteView>,
    async openSession() {
      const body = JSON.stringify({ site });
      const response = await call('/api/citizen/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return ((await response.json()) as { token: string }).token;
    },
    endSession: async (token) => void (await call('/api/citizen/session', { method: 'DELETE' }, token)),
    transcript: async (token) => (await call('/api/citizen/transcript', {}, token)).blob(),
  };
}
