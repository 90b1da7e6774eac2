import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { StaffSessions, type ActorValue } from '../accounts/index.js';
import { conversationRoom, inboxRoom, type ConversationRow } from '../conversation/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { marks } from '../platform/sql.js';
import { reading, worksQueues } from './access.js';
import { accountRoom, heldRoom } from './staff-rooms.js';

type Looked = Pick<ConversationRow, 'id' | 'status' | 'assignee' | 'service' | 'site'>;
/** A desk hears this many conversations at the most; what is only looked at gives way to what is held. */
const ROOMS = 64;

const actorOf = (socket: Socket) => (socket.data as { actor: ActorValue }).actor;
const conversationsOf = (socket: Socket) => [...socket.rooms].filter((room) => room.startsWith('c:')).map((room) => room.slice(2));

/** The open desks of this node, and what each may hear: given at the handshake, looked at again every few seconds. */
@Injectable()
export class StaffSockets {
  private staff: Namespace | undefined;

  constructor(
    private readonly database: Database,
    private readonly sessions: StaffSessions,
    private readonly config: Config,
  ) {}

  attach(staff: Namespace): void {
    this.staff = staff;
  }

  /** The account's own room, its services' inboxes, and what it holds already: after a lost link nothing has to be asked for. */
  async place(socket: Socket): Promise<void> {
    const { id, services } = actorOf(socket);
    await socket.join([accountRoom(id), ...services.map(inboxRoom)]);
    const held = await this.database.read.all<{ id: string }>("SELECT id FROM conversation WHERE assignee = ? AND status = 'assigned'", [
      id,
    ]);
    await socket.join(held.flatMap(({ id: conversation }) => [conversationRoom(conversation), heldRoom(conversation)]));
  }

  /** Whether the desk may read a conversation as it goes on; it then hears it. */
  async look(socket: Socket, conversationId: string): Promise<boolean> {
    if (socket.rooms.has(conversationRoom(conversationId))) return true;
    const [conversation] = await this.conversations([conversationId]);
    if (conversation === undefined || reading(actorOf(socket), conversation, this.config) !== 'free') return false;
    const looked = conversationsOf(socket).filter((id) => !socket.rooms.has(heldRoom(id)));
    for (const old of looked.slice(0, Math.max(0, socket.rooms.size - ROOMS))) await socket.leave(conversationRoom(old));
    await socket.join(
      conversation.assignee === null ? [conversationRoom(conversationId)] : [conversationRoom(conversationId), heldRoom(conversationId)],
    );
    return true;
  }

  /** Closes what is no longer signed in; moves what has other services, and out of conversations that went elsewhere. */
  async check(): Promise<void> {
    const sockets = [...(this.staff?.sockets.values() ?? [])];
    const actors = new Map<string, ActorValue | undefined>();
    for (const socket of sockets) {
      const { session } = actorOf(socket);
      if (!actors.has(session)) actors.set(session, await this.sessions.alive(session));
      const actor = actors.get(session);
      if (actor === undefined || !worksQueues(actor)) {
        socket.disconnect(true);
        continue;
      }
      socket.data = { actor };
      for (const service of actor.services) if (!socket.rooms.has(inboxRoom(service))) await socket.join(inboxRoom(service));
      for (const room of socket.rooms) if (room.startsWith('i:') && !actor.services.includes(room.slice(2))) await socket.leave(room);
    }
    await this.leaveElsewhere(sockets.filter(({ connected }) => connected));
  }

  private async leaveElsewhere(sockets: Socket[]): Promise<void> {
    const ids = [...new Set(sockets.flatMap(conversationsOf))];
    const byId = new Map((await this.conversations(ids)).map((conversation) => [conversation.id, conversation]));
    for (const socket of sockets) {
      for (const id of conversationsOf(socket)) {
        const conversation = byId.get(id);
        if (conversation !== undefined && reading(actorOf(socket), conversation, this.config) === 'free') continue;
        await socket.leave(conversationRoom(id));
        await socket.leave(heldRoom(id));
      }
    }
  }

  private async conversations(ids: string[]): Promise<Looked[]> {
    if (ids.length === 0) return [];
    return this.database.read.all<Looked>(`SELECT id, status, assignee, service, site FROM conversation WHERE id IN (${marks(ids)})`, ids);
  }
}
