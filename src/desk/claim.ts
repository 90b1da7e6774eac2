import { Injectable } from '@nestjs/common';
import { Accounts, AuditLog, type ActorValue } from '../accounts/index.js';
import { LEASE_MS, refuse, type Ack, type Claimed } from '../contract/index.js';
import { EventLog, lastQuestion, ReadLog, type Change, type ConversationRow } from '../conversation/index.js';
import { Config } from '../platform/config.js';
import type { Tx } from '../platform/sql.js';
import { inServices } from './access.js';
import { agentSpeaker } from './agent-speaker.js';
import { Briefing } from './brief.js';
import { leaseEnd, Leases } from './leases.js';
import { StaffRooms } from './staff-rooms.js';

interface Won {
  epoch: number;
  lease_until: string;
}

/** One conversation, one holder: the first guarded UPDATE wins, everybody else hears the winner's name. */
@Injectable()
export class Claim {
  constructor(
    private readonly events: EventLog,
    private readonly readLog: ReadLog,
    private readonly accounts: Accounts,
    private readonly audit: AuditLog,
    private readonly leases: Leases,
    private readonly briefing: Briefing,
    private readonly rooms: StaffRooms,
    private readonly config: Config,
  ) {}

  async claim(actor: ActorValue, conversationId: string): Promise<Ack<Claimed>> {
    const lost: { to?: string | null } = {};
    const appended = await this.events.append({
      conversationId,
      speaker: agentSpeaker(actor),
      body: { claim: true },
      evenClosed: true,
      change: async (conversation, _at, tx) => {
        if (conversation.service === null || !actor.services.includes(conversation.service)) return 'not-found';
        if (conversation.status === 'closed') return 'conversation.closed';
        if (await this.holdsEnough(tx, actor)) return 'rate';
        const won = await tx.get<Won>(
          `UPDATE conversation SET assignee = ?, epoch = epoch + 1, status = 'assigned', lease_until = ${leaseEnd(tx.dialect)}
           WHERE id = ? AND status IN ('queued', 'callback') RETURNING epoch, lease_until`,
          [actor.id, conversationId],
        );
        if (won !== undefined) return this.given(conversation, actor, won, await lastQuestion(tx, conversationId));
        lost.to = conversation.assignee;
        return 'already-taken';
      },
    });
    if (appended.ok) {
      this.rooms.handOver(appended);
      return this.claimed(appended.conversation);
    }
    if (lost.to == null) return appended;
    if (lost.to === actor.id) return this.again(actor, conversationId);
    const name = (await this.accounts.byId(lost.to))?.name;
    return refuse('already-taken', name === undefined ? {} : { name });
  }

  /** By a supervisor, with a reason, from whoever holds it: the robot, the queue or an agent, whose number is void from here on. */
  async takeOver(actor: ActorValue, conversationId: string, reason: string): Promise<Ack<Claimed>> {
    const appended = await this.events.append({
      conversationId,
      speaker: agentSpeaker(actor),
      body: { takeOver: true },
      evenClosed: true,
      change: async (conversation, at, tx) => {
        if (!actor.roles.includes('supervisor') || !inServices(actor, conversation, this.config)) return 'not-found';
        if (conversation.status === 'closed') return 'conversation.closed';
        const service = conversation.service ?? this.config.site(conversation.site)?.defaultService ?? actor.services[0]!;
        const won = await tx.get<Won>(
          `UPDATE conversation SET assignee = ?, epoch = epoch + 1, status = 'assigned', lease_until = ${leaseEnd(tx.dialect)}
           WHERE id = ? AND status <> 'closed' RETURNING epoch, lease_until`,
          [actor.id, conversationId],
        );
        const taken = { ...conversation, service, queued_at: conversation.queued_at ?? at };
        return this.given(taken, actor, won!, await lastQuestion(tx, conversationId), reason);
      },
    });
    if (!appended.ok) return appended;
    this.rooms.handOver(appended);
    return this.claimed(appended.conversation);
  }

  private given(conversation: ConversationRow, actor: ActorValue, won: Won, summary: string | undefined, reason?: string): Change {
    const { id, service, queued_at } = conversation;
    return {
      events: [
        { ...agentSpeaker(actor), kind: 'assigned', body: { name: actor.name } },
        { sender: 'system', kind: 'status', body: { status: 'assigned', service: service! } },
      ],
      set: { ...won, status: 'assigned', assignee: actor.id, service, queued_at, human: 1 },
      inbox: [{ service: service!, kind: 'assigned', ...(summary === undefined ? {} : { summary }) }],
      also: (tx) =>
        this.audit.recordWithin(tx, {
          actor: actor.id,
          action: reason === undefined ? 'conversation-claimed' : 'conversation-taken-over',
          object: id,
          ...(reason === undefined ? {} : { reason }),
        }),
    };
  }

  /** A retry after a lost acknowledgement, or a second tab: the same claim, renewed. */
  private async again(actor: ActorValue, conversationId: string): Promise<Ack<Claimed>> {
    const conversation = await this.readLog.conversation(conversationId);
    if (conversation === undefined) return refuse('not-found');
    const lost = await this.leases.renew(actor, [{ conversationId, epoch: conversation.epoch }]);
    return lost.length > 0 ? refuse('already-taken') : this.claimed(conversation);
  }

  private async claimed(conversation: ConversationRow): Promise<Ack<Claimed>> {
    const { epoch, last_seq: head } = conversation;
    return { ok: true, epoch, leaseMs: LEASE_MS, head, brief: await this.briefing.of(conversation) };
  }

  private async holdsEnough(tx: Tx, actor: ActorValue): Promise<boolean> {
    const held = await tx.get<{ n: number }>("SELECT count(*) AS n FROM conversation WHERE assignee = ? AND status = 'assigned'", [
      actor.id,
    ]);
    return Number(held!.n) >= this.config.limits['agent.conversations'];
  }
}
