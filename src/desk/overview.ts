import { Injectable } from '@nestjs/common';
import { Accounts, type ActorValue } from '../accounts/index.js';
import type { DeskOverview } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { opening } from '../platform/hours.js';
import { marks } from '../platform/sql.js';
import { worksQueues } from './access.js';
import { Presence } from './presence.js';
import { QueueItems } from './queue-items.js';

/** What the desk shows first: the queues of one's services, one's own conversations, callbacks to make, colleagues. */
@Injectable()
export class Overview {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly presence: Presence,
    private readonly items: QueueItems,
  ) {}

  async of(actor: ActorValue): Promise<DeskOverview> {
    const presence = this.presence.stateOf(actor.id);
    return {
      services: await this.services(actor.services),
      queue: await this.items.queued(actor.services),
      mine: await this.items.mine(actor.id),
      callbacks: await this.items.callbacks(actor.services),
      colleagues: await this.colleagues(actor),
      presence: presence === 'offline' ? 'away' : presence,
    };
  }

  private async services(ids: string[]): Promise<DeskOverview['services']> {
    if (ids.length === 0) return [];
    const queues = await this.database.read.all<{ service: string; n: number; oldest: string }>(
      `SELECT service, count(*) AS n, min(queued_at) AS oldest FROM conversation WHERE status = 'queued' AND service IN (${marks(ids)}) GROUP BY service`,
      ids,
    );
    const heads = await this.database.read.all<{ service: string; last_seq: number }>(
      `SELECT service, last_seq FROM inbox_head WHERE service IN (${marks(ids)})`,
      ids,
    );
    return this.config.services
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name }) => {
        const queue = queues.find(({ service }) => service === id);
        return {
          id,
          name,
          open: this.isOpen(id),
          queued: Number(queue?.n ?? 0),
          ...(queue === undefined ? {} : { oldestQueuedAt: queue.oldest }),
          agentsAvailable: this.presence.available(id),
          head: heads.find(({ service }) => service === id)?.last_seq ?? 0,
        };
      });
  }

  /** On any of its sites. */
  private isOpen(id: string): boolean {
    const now = this.clock.now();
    return this.config.sites.some((site) =>
      site.services.some((service) => service.id === id && opening(service, site.timezone, now).open),
    );
  }

  private async colleagues(actor: ActorValue): Promise<DeskOverview['colleagues']> {
    const held = await this.database.read.all<{ assignee: string; n: number }>(
      "SELECT assignee, count(*) AS n FROM conversation WHERE status = 'assigned' GROUP BY assignee",
    );
    return (await this.accounts.list())
      .filter((account) => account.id !== actor.id && !account.disabled && worksQueues(account))
      .filter(({ services }) => services.some((service) => actor.services.includes(service)))
      .map(({ id, name }) => ({
        id,
        name,
        presence: this.presence.stateOf(id),
        holding: Number(held.find(({ assignee }) => assignee === id)?.n ?? 0),
      }));
  }
}
