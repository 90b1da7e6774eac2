import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import { Announcer, conversationRoom, type AppendedEvents } from '../conversation/index.js';

export const accountRoom = (account: string) => `a:${account}`;
/** The sockets of the conversation's holder, besides those that only look. */
export const heldRoom = (id: string) => `h:${id}`;

/** Which desks hear a conversation: its holder's, and while it waits those that look at it. Chosen by the server alone. */
@Injectable()
export class StaffRooms {
  private staff: Namespace | undefined;

  constructor(private readonly announcer: Announcer) {}

  attach(staff: Namespace): void {
    this.staff = staff;
    this.announcer.attach({ staff });
  }

  /** After a commit that gave the conversation to somebody or took it away: tell, then close the door behind those who left. */
  handOver(appended: AppendedEvents): void {
    if (appended.dup) return;
    const { id, assignee } = appended.conversation;
    const rooms = [conversationRoom(id), heldRoom(id)];
    if (assignee !== null) this.staff?.in(accountRoom(assignee)).socketsJoin(rooms);
    this.announcer.announce(appended);
    const leaving = this.staff?.in(conversationRoom(id));
    (assignee === null ? leaving : leaving?.except(accountRoom(assignee)))?.socketsLeave(rooms);
  }
}
