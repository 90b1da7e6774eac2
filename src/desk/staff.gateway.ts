import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { STAFF_COOKIE, StaffSessions, type ActorValue } from '../accounts/index.js';
import { refuse, staffCalls, type LimitName, type StaffCall } from '../contract/index.js';
import { Announcer, conversationRoom, Cursors, ReadLog } from '../conversation/index.js';
import { Config } from '../platform/config.js';
import { Limiter } from '../platform/limiter.js';
import { Log } from '../platform/logging.js';
import { Metrics } from '../platform/metrics.js';
import { Repeating } from '../platform/repeating.js';
import { socketToken } from '../platform/socket-auth.js';
import { bindCalls, type Handlers } from '../platform/socket-door.js';
import { worksQueues } from './access.js';
import { AgentMessages } from './agent-messages.js';
import { Claim } from './claim.js';
import { Leases } from './leases.js';
import { LetGo } from './let-go.js';
import { Presence } from './presence.js';
import { heldRoom, StaffRooms } from './staff-rooms.js';
import { StaffSockets } from './staff-sockets.js';
import { SuggestArticles } from './suggest-articles.js';

const actorOf = (socket: Socket) => (socket.data as { actor: ActorValue }).actor;
/** An open desk whose account was disabled, signed out or moved is told within 5 s. */
const RECHECK_MS = 4000;

/** The staff's door: authenticates the handshake, then each call of the contract goes to one use case. */
@WebSocketGateway({ namespace: '/staff' })
export class StaffGateway implements OnGatewayInit<Namespace>, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: Repeating;
  /** The opening of each desk: a presence is chosen behind it, or it would be overwritten. */
  private readonly opened = new WeakMap<Socket, Promise<void>>();

  constructor(
    private readonly sessions: StaffSessions,
    private readonly sockets: StaffSockets,
    private readonly rooms: StaffRooms,
    private readonly presence: Presence,
    private readonly claiming: Claim,
    private readonly leases: Leases,
    private readonly messages: AgentMessages,
    private readonly letGo: LetGo,
    private readonly suggestions: SuggestArticles,
    private readonly readLog: ReadLog,
    private readonly cursors: Cursors,
    private readonly announcer: Announcer,
    private readonly limiter: Limiter,
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {
    this.job = new Repeating('staff check', RECHECK_MS, () => this.sockets.check(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  onApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  afterInit(namespace: Namespace): void {
    this.rooms.attach(namespace);
    this.sockets.attach(namespace);
    namespace.use((socket, next) => {
      this.sessions.find(socketToken(socket, STAFF_COOKIE)).then(
        (actor) => {
          if (actor === undefined || !worksQueues(actor)) return next(new Error('auth'));
          socket.data = { actor };
          return next();
        },
        (error: unknown) => {
          this.log.failure('handshake failed', error);
          next(new Error('degraded'));
        },
      );
    });
    namespace.on('connection', (socket: Socket) => this.welcome(socket));
  }

  private welcome(socket: Socket): void {
    const { id } = actorOf(socket);
    this.metrics.sockets.inc({ namespace: 'staff' });
    socket.on('disconnect', () => {
      this.metrics.sockets.dec({ namespace: 'staff' });
      this.presence.leave(id);
    });
    bindCalls(socket, staffCalls, this.handlers, this.limitOf, { limiter: this.limiter, log: this.log, metrics: this.metrics });
    const opened = this.presence.arrive(id).then(() => this.sockets.place(socket));
    this.opened.set(socket, opened);
    opened.catch((error: unknown) => {
      this.log.failure('desk not opened', error);
      socket.disconnect(true);
    });
  }

  private readonly handlers: Handlers<typeof staffCalls> = {
    'presence:set': async ({ state }, socket) => {
      await this.opened.get(socket);
      await this.presence.set(actorOf(socket).id, state);
      return { ok: true };
    },
    'inbox:sync': async ({ service, after, limit }, socket) =>
      actorOf(socket).services.includes(service) ? { ok: true, ...(await this.readLog.inbox(service, after, limit)) } : refuse('not-found'),
    'events:sync': async ({ conversationId, after, limit }, socket) =>
      (await this.sockets.look(socket, conversationId))
        ? { ok: true, ...(await this.readLog.events(conversationId, after, limit)) }
        : refuse('not-found'),
    'cursor:set': ({ conversationId, delivered, read }, socket) => {
      if (!socket.rooms.has(conversationRoom(conversationId))) return refuse('not-found');
      this.cursors.set(conversationId, `agent:${actorOf(socket).id}`, delivered, read);
      return { ok: true };
    },
    typing: ({ conversationId, on }, socket) => {
      if (socket.rooms.has(heldRoom(conversationId))) this.announcer.typingByAgent(conversationId, on, actorOf(socket).name);
    },
    'message:send': (call, socket) => this.messages.say(actorOf(socket), call),
    'conversation:claim': ({ conversationId }, socket) => this.claiming.claim(actorOf(socket), conversationId),
    'lease:renew': async ({ items }, socket) => ({ ok: true, lost: await this.leases.renew(actorOf(socket), items) }),
    'conversation:release': (call, socket) => this.letGo.release(actorOf(socket), call),
    'conversation:close': (call, socket) => this.letGo.close(actorOf(socket), call),
    'article:suggest': ({ conversationId }, socket) => this.suggestions.for(actorOf(socket), conversationId),
  };

  private readonly limitOf = (event: string, socket: Socket): { limit: LimitName; key: string }[] => {
    switch (event as StaffCall) {
      case 'message:send':
        return [{ limit: 'agent.messagesPerMinute', key: actorOf(socket).id }];
      case 'events:sync':
      case 'inbox:sync':
        return [{ limit: 'sync.perMinute', key: socket.id }];
      default:
        return [{ limit: 'events.perMinute', key: socket.id }];
    }
  };
}
