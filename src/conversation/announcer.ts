import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { ConversationEvent, InboxEntry } from '../contract/index.js';
import { Config } from '../platform/config.js';
import type { Place } from './hand-off.js';

export const conversationRoom = (id: string) => `c:${id}`;
export const inboxRoom = (service: string) => `i:${service}`;

/**
 * Tells the screens what was committed; the only place that emits. Sockets and other nodes get a hint: whoever misses it
 * finds it in the log. Rooms are chosen by the server alone.
 */
@Injectable()
export class Announcer {
  private citizens: Namespace | undefined;
  private staff: Namespace | undefined;
  /** Other nodes hear what is told here: they may have people in rooms that are empty on this one. */
  private readonly linked: boolean;

  constructor(config: Config) {
    this.linked = config.settings.redisUrl !== undefined;
  }

  /** Called once by each gateway when its namespace stands. */
  attach(namespaces: { citizens?: Namespace; staff?: Namespace }): void {
    this.citizens = namespaces.citizens ?? this.citizens;
    this.staff = namespaces.staff ?? this.staff;
  }

  announce({ events, inbox }: { events: ConversationEvent[]; inbox: InboxEntry[] }): void {
    for (const event of events) {
      const room = conversationRoom(event.conversationId);
      this.told(this.citizens, room)?.emit('event', event);
      this.told(this.staff, room)?.emit('event', event);
    }
    for (const entry of inbox) this.told(this.staff, inboxRoom(entry.service))?.emit('inbox', entry);
  }

  /** The newest number of a conversation: a lost last event cannot be seen as a gap. */
  headOfConversation(conversationId: string, seq: number): void {
    const head = { conversationId, seq };
    const room = conversationRoom(conversationId);
    if (isIn(this.citizens, room)) this.citizens.local.to(room).emit('head', head);
    if (isIn(this.staff, room)) this.staff.local.to(room).emit('head', head);
  }
  headOfInbox(service: string, seq: number): void {
    this.staff?.local.to(inboxRoom(service)).emit('head', { service, seq });
  }

  /** Where a waiting citizen stands; said again while it lasts, never logged. */
  place(conversationId: string, place: Place): void {
    this.citizens?.local.to(conversationRoom(conversationId)).volatile.emit('place', { conversationId, ...place });
  }
  /** The sockets of a session that was ended, on every node. */
  sessionEnded(session: string): void {
    this.citizens?.in(`s:${session}`).disconnectSockets(true);
  }

  typingByCitizen(conversationId: string, on: boolean): void {
    this.staff?.to(conversationRoom(conversationId)).volatile.emit('typing', { conversationId, on });
  }
  typingByAgent(conversationId: string, on: boolean, name: string): void {
    this.citizens?.to(conversationRoom(conversationId)).volatile.emit('typing', { conversationId, on, name });
  }

  /** Nobody when the room is empty: a packet for nobody would be put together all the same, an answer being thousands of characters. */
  private told(namespace: Namespace | undefined, room: string) {
    return this.linked || isIn(namespace, room) ? namespace?.to(room) : undefined;
  }

  /** Asks every screen of this node to come back a little later, each at its own moment. */
  bye(): void {
    for (const namespace of [this.citizens, this.staff]) {
      for (const socket of namespace?.sockets.values() ?? []) socket.emit('bye', { retryInMs: Math.floor(Math.random() * 5000) });
    }
  }

  /** Conversations and services that somebody on this node is looking at. */
  openRooms(): { conversations: string[]; services: string[] } {
    const rooms = new Set([...(this.citizens?.adapter.rooms.keys() ?? []), ...(this.staff?.adapter.rooms.keys() ?? [])]);
    const behind = (prefix: string) => [...rooms].filter((room) => room.startsWith(prefix)).map((room) => room.slice(prefix.length));
    return { conversations: behind('c:'), services: behind('i:') };
  }
}

const isIn = (namespace: Namespace | undefined, room: string): namespace is Namespace => namespace?.adapter.rooms.has(room) === true;
