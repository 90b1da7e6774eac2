import { Injectable } from '@nestjs/common';
import { AuditLog } from '../accounts/index.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { PersonalDataRooms } from '../platform/personal-data.js';
import { cutTraces } from './sqlite-traces.js';

/** What a person may ask of what is kept about them (RGPD, articles 15 and 17). Each use leaves an audit line. */
@Injectable()
export class Rights {
  constructor(
    private readonly database: Database,
    private readonly rooms: PersonalDataRooms,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** False when no room knows the conversation. */
  async erase(conversationId: string, actor: string): Promise<boolean> {
    let known = false;
    for (const room of this.rooms) known = (await room.erase(conversationId)) || known;
    if (!known) return false;
    await this.audit.record({ actor, action: 'conversation-erased', object: conversationId });
    await cutTraces(this.database);
    return true;
  }

  /** Everything, by room; undefined when there is nothing. */
  async access(
    conversationId: string,
    actor: string,
  ): Promise<{ conversationId: string; exportedAt: string; [room: string]: unknown } | undefined> {
    const kept: Record<string, object> = {};
    for (const room of this.rooms) {
      const part = await room.access(conversationId);
      if (part !== undefined) kept[room.room] = part;
    }
    if (Object.keys(kept).length === 0) return undefined;
    await this.audit.record({ actor, action: 'conversation-exported', object: conversationId });
    return { conversationId, exportedAt: this.clock.now().toISOString(), ...kept };
  }
}
