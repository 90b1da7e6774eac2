import { Injectable } from '@nestjs/common';
import type { ActorValue } from '../accounts/index.js';
import { LEASE_MS } from '../contract/index.js';
import { Database } from '../platform/database.js';
import { databaseClock, type Dialect } from '../platform/sql.js';

/** SQL for the end of a lease that begins now, by the database's clock. */
export const leaseEnd = (dialect: Dialect): string => databaseClock(dialect, LEASE_MS / 1000);

export interface Held {
  conversationId: string;
  epoch: number;
}

/** A claim lasts as long as its holder says so. */
@Injectable()
export class Leases {
  constructor(private readonly database: Database) {}

  /** Those that were lost meanwhile: given back, expired or taken over. */
  async renew(actor: ActorValue, items: readonly Held[]): Promise<string[]> {
    if (items.length === 0) return [];
    // One order for everybody, so that two renewals never wait for each other.
    const inOrder = [...items].sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1));
    return this.database.write.perform(async (tx) => {
      const lost: string[] = [];
      for (const { conversationId, epoch } of inOrder) {
        const renewed = await tx.run(
          `UPDATE conversation SET lease_until = ${leaseEnd(tx.dialect)} WHERE id = ? AND status = 'assigned' AND assignee = ? AND epoch = ?`,
          [conversationId, actor.id, epoch],
        );
        if (renewed === 0) lost.push(conversationId);
      }
      return lost;
    });
  }
}
