import { Injectable } from '@nestjs/common';
import { HandOff, type Place } from '../conversation/index.js';
import type { Sql } from '../platform/sql.js';
import { Presence } from './presence.js';
import { serviceTimes, waitRange, type InboxLine } from './waiting-time.js';

/** Lines of a service's log that its service times are told from. */
const LINES = 200;
const FRESH_MS = 30_000;

/** What the conversation asks of the human side: is somebody there, and how long is the queue. */
@Injectable()
export class DeskHandOff extends HandOff {
  private readonly times = new Map<string, { at: number; minutes: number[] }>();

  constructor(private readonly presence: Presence) {
    super();
  }

  override agentsAvailable(service: string): number {
    return this.presence.available(service);
  }

  override async place(sql: Sql, service: string, queuedAt: string): Promise<Place> {
    const before = await sql.get<{ n: number }>(
      "SELECT count(*) AS n FROM conversation WHERE status = 'queued' AND service = ? AND queued_at < ?",
      [service, queuedAt],
    );
    const place = Number(before!.n) + 1;
    const waitMinutes = waitRange(place, this.presence.onDuty(service), await this.recentTimes(sql, service));
    return waitMinutes === undefined ? { place } : { place, waitMinutes };
  }

  private async recentTimes(sql: Sql, service: string): Promise<number[]> {
    const known = this.times.get(service);
    const now = performance.now();
    if (known !== undefined && now - known.at < FRESH_MS) return known.minutes;
    const lines = await sql.all<InboxLine>('SELECT conversation, kind, created_at FROM inbox WHERE service = ? ORDER BY seq DESC LIMIT ?', [
      service,
      LINES,
    ]);
    const minutes = serviceTimes(lines.toReversed());
    this.times.set(service, { at: now, minutes });
    return minutes;
  }
}
