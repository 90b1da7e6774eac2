/** Every named limit: documentation and default. GUICHET_LIMITS (YAML) overrides any of them; `guichet limits` prints them. */
export const LIMITS = {
  'message.characters': { default: 4000, doc: 'longest message a citizen or an agent may send, in characters' },
  'message.perMinute': { default: 15, doc: 'messages a citizen session may send in a minute' },
  'message.perDay': { default: 200, doc: 'messages a citizen session may send in a day' },
  'events.perMinute': { default: 100, doc: 'other calls a socket may make in a minute' },
  'sync.perMinute': { default: 60, doc: 'events:sync and inbox:sync calls a socket may make in a minute' },
  'sync.page': { default: 200, doc: 'events in one page of a sync' },
  'agent.messagesPerMinute': { default: 60, doc: 'messages an agent may send in a minute' },
  'agent.conversations': { default: 20, doc: 'conversations one agent may hold at once' },
  'agent.searchesPerHour': { default: 300, doc: 'searches in past conversations one account may make in an hour' },
  'sockets.perSession': { default: 5, doc: 'open sockets of one citizen session' },
  'sockets.perAddress': { default: 50, doc: 'open sockets from one address' },
  'sockets.perProcess': { default: 5000, doc: 'open sockets of the process' },
  'handshakes.perAddressPerSecond': { default: 10, doc: 'socket handshakes from one address in a second' },
  'sessions.perAddressPerHour': { default: 60, doc: 'citizen sessions opened from one address in an hour' },
  'conversations.perAddressPerHour': { default: 30, doc: 'conversations opened from one address in an hour' },
  'requests.perAddressPerMinute': { default: 300, doc: 'HTTP calls under /api and /c from one address in a minute' },
  'login.perAccountPer15Minutes': { default: 10, doc: 'failed sign-ins of one account in 15 minutes' },
  'login.perAddressPer5Minutes': { default: 20, doc: 'failed sign-ins from one address in 5 minutes' },
  'callback.perConversation': { default: 2, doc: 'callback requests of one conversation' },
  'callback.perAddressPerHour': { default: 20, doc: 'callback requests from one address in an hour' },
} as const satisfies Record<string, { default: number; doc: string }>;
export type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, number>;

/** Milliseconds a call may take before it is answered `busy`. */
export const ACK_TIMEOUT_MS = 5000;
/** A claim lasts this long unless renewed. */
export const LEASE_MS = 90_000;
export const LEASE_RENEW_MS = 30_000;
/** Beat of `head` in an active room. */
export const HEAD_BEACON_MS = 10_000;
export const SWEEP_MS = 15_000;
/** Message size at which a client shows what is left. */
export const TEXT_MAX = 4000;
/** Events a receiver keeps aside while it waits for a missing one. */
export const RECEIVE_BUFFER = 200;
export const SYNC_PAGE = 200;
export const OUTBOX_LINES = 20;
export const UNSENT_AFTER_MS = 30_000;
