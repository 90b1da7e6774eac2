import { OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { citizenCalls, refuse, type CitizenCall, type LimitName } from '../contract/index.js';
import { Config } from '../platform/config.js';
import { Limiter } from '../platform/limiter.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import { clientAddress } from '../platform/realtime.adapter.js';
import { socketToken } from '../platform/socket-auth.js';
import { bindCalls, type Handlers } from '../platform/socket-door.js';
import { Announcer, conversationRoom } from './announcer.js';
import { AskHuman } from './ask-human.js';
import { CITIZEN_COOKIE } from './citizen-cookie.js';
import { CitizenSessions, type CitizenSession } from './citizen-session.js';
import { CloseConversation } from './close-conversation.js';
import { Cursors } from './cursors.js';
import { Idle } from './idle.js';
import { LeaveCallback } from './leave-callback.js';
import { OpenConversation } from './open-conversation.js';
import { ReadLog } from './read-log.js';
import { TakeTurn } from './take-turn.js';

const sessionOf = (socket: Socket) => (socket.data as { session: CitizenSession }).session;
/** A citizen's socket looks at this many conversations at the most: the newest. */
const ROOMS = 2;

/** The citizens' door: authenticates the handshake, then each call of the contract goes to one use case. */
@WebSocketGateway({ namespace: '/citizen' })
export class CitizenGateway implements OnGatewayInit<Namespace> {
  constructor(
    private readonly sessions: CitizenSessions,
    private readonly opener: OpenConversation,
    private readonly readLog: ReadLog,
    private readonly turns: TakeTurn,
    private readonly human: AskHuman,
    private readonly callback: LeaveCallback,
    private readonly closing: CloseConversation,
    private readonly cursors: Cursors,
    private readonly idle: Idle,
    private readonly announcer: Announcer,
    private readonly limiter: Limiter,
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  afterInit(namespace: Namespace): void {
    this.announcer.attach({ citizens: namespace });
    namespace.use((socket, next) => {
      this.authenticate(socket).then(
        (session) => {
          if (typeof session === 'string') return next(new Error(session));
          socket.data = { session };
          return next();
        },
        (error: unknown) => {
          this.log.failure('handshake failed', error);
          next(new Error('degraded'));
        },
      );
    });
    namespace.on('connection', (socket: Socket) => {
      this.metrics.sockets.inc({ namespace: 'citizen' });
      socket.on('disconnect', () => this.metrics.sockets.dec({ namespace: 'citizen' }));
      void socket.join(`s:${sessionOf(socket).id}`);
      bindCalls(socket, citizenCalls, this.handlers, this.limitOf, { limiter: this.limiter, log: this.log, metrics: this.metrics });
    });
  }

  private async authenticate(socket: Socket): Promise<CitizenSession | 'auth' | 'busy'> {
    const session = await this.sessions.find(socketToken(socket, CITIZEN_COOKIE));
    if (session === undefined) return 'auth';
    const others = socket.nsp.adapter.rooms.get(`s:${session.id}`)?.size ?? 0;
    return others < this.config.limits['sockets.perSession'] ? session : 'busy';
  }

  private readonly handlers: Handlers<typeof citizenCalls> = {
    'conversation:open': async (call, socket) => {
      const opened = await this.opener.open(sessionOf(socket), call);
      if (opened.ok) await this.look(socket, opened.conversationId);
      return opened;
    },
    'events:sync': async ({ conversationId, after, limit }, socket) =>
      (await this.owns(socket, conversationId))
        ? { ok: true, ...(await this.readLog.events(conversationId, after, limit)) }
        : refuse('not-found'),
    'cursor:set': async ({ conversationId, delivered, read }, socket) => {
      if (!(await this.owns(socket, conversationId))) return refuse('not-found');
      this.cursors.set(conversationId, 'citizen', delivered, read);
      return { ok: true };
    },
    typing: ({ conversationId, on }, socket) => {
      if (socket.rooms.has(conversationRoom(conversationId))) this.announcer.typingByCitizen(conversationId, on);
    },
    'conversation:keep': ({ conversationId }, socket) => this.idle.keep(sessionOf(socket), conversationId),
    'message:send': (call, socket) => this.turns.say(sessionOf(socket), call),
    'human:ask': (call, socket) => this.human.ask(sessionOf(socket), call),
    'human:cancel': (call, socket) => this.human.cancel(sessionOf(socket), call),
    'callback:leave': (call, socket) => this.callback.leave(sessionOf(socket), call),
    'feedback:give': (call, socket) => this.closing.feedback(sessionOf(socket), call),
    'conversation:end': (call, socket) => this.closing.end(sessionOf(socket), call),
    'conversation:erase': (call, socket) => this.closing.erase(sessionOf(socket), call),
  };

  private readonly limitOf = (event: string, socket: Socket, payload: unknown): { limit: LimitName; key: string }[] => {
    const session = sessionOf(socket).id;
    const address = clientAddress(socket.request, this.config.settings.trustProxy);
    const limits: Record<CitizenCall, { limit: LimitName; key: string }[]> = {
      // Coming back to a conversation is free: behind one address, a town hall's whole lobby reconnects at once.
      'conversation:open': resumes(payload) ? [] : [{ limit: 'conversations.perAddressPerHour', key: address }],
      'events:sync': [{ limit: 'sync.perMinute', key: socket.id }],
      'message:send': [
        { limit: 'message.perMinute', key: session },
        { limit: 'message.perDay', key: session },
      ],
      'callback:leave': [{ limit: 'callback.perAddressPerHour', key: address }],
      'cursor:set': [],
      typing: [],
      'conversation:keep': [],
      'human:ask': [],
      'human:cancel': [],
      'feedback:give': [],
      'conversation:end': [],
      'conversation:erase': [],
    };
    return [
      ...limits[event as CitizenCall],
      ...(event === 'message:send' || event === 'events:sync' ? [] : [{ limit: 'events.perMinute' as const, key: socket.id }]),
    ];
  };

  /** Being in the room is proof; otherwise the database tells. */
  private async owns(socket: Socket, conversationId: string): Promise<boolean> {
    if (socket.rooms.has(conversationRoom(conversationId))) return true;
    return (await this.readLog.conversation(conversationId))?.session === sessionOf(socket).id;
  }

  private async look(socket: Socket, conversationId: string): Promise<void> {
    const rooms = [...socket.rooms].filter((room) => room.startsWith('c:'));
    for (const old of rooms.slice(0, Math.max(0, rooms.length - ROOMS + 1))) await socket.leave(old);
    await socket.join(conversationRoom(conversationId));
  }
}

const resumes = (payload: unknown) =>
  typeof payload === 'object' && payload !== null && typeof (payload as { resume?: unknown }).resume === 'string';
