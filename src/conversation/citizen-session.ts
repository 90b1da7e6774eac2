import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { hash, newToken } from './ids.js';

/** A citizen's session: an opaque token, of which only the hash is kept. It owns the conversations opened with it. */
export interface CitizenSession {
  /** Hash of the token. */
  id: string;
  site: string;
}
/** An unused session ends after this. */
export const IDLE_MS = 24 * 3_600_000;
/** `seen_at` is written at most this often. */
const SEEN_EVERY_MS = 10 * 60_000;

@Injectable()
export class CitizenSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async open(site: string): Promise<{ token: string; session: CitizenSession }> {
    const token = newToken();
    const at = this.clock.now().toISOString();
    await this.database.write.perform((tx) =>
      tx.run('INSERT INTO session (id, site, created_at, seen_at) VALUES (?, ?, ?, ?)', [hash(token), site, at, at]),
    );
    return { token, session: { id: hash(token), site } };
  }

  /** With a token that a page made before anything was stored. Undefined when it is spent: it was a session once. */
  async openWith(token: string, site: string): Promise<CitizenSession | undefined> {
    const at = this.clock.now().toISOString();
    const made = await this.database.write.perform((tx) =>
      tx.run('INSERT INTO session (id, site, created_at, seen_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING', [
        hash(token),
        site,
        at,
        at,
      ]),
    );
    return made === 1 ? { id: hash(token), site } : this.find(token);
  }

  async find(token: string | undefined): Promise<CitizenSession | undefined> {
    if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
    const row = await this.database.read.get<{ id: string; site: string; seen_at: string }>(
      'SELECT id, site, seen_at FROM session WHERE id = ?',
      [hash(token)],
    );
    if (row === undefined) return undefined;
    const now = this.clock.now();
    const age = now.getTime() - Date.parse(row.seen_at);
    if (age > IDLE_MS) return undefined;
    if (age > SEEN_EVERY_MS)
      await this.database.write.perform((tx) => tx.run('UPDATE session SET seen_at = ? WHERE id = ?', [now.toISOString(), row.id]));
    return { id: row.id, site: row.site };
  }

  async end(session: CitizenSession): Promise<void> {
    await this.database.write.perform(async (tx) => {
      await tx.run('UPDATE conversation SET session = NULL WHERE session = ?', [session.id]);
      await tx.run('DELETE FROM session WHERE id = ?', [session.id]);
    });
  }
}
