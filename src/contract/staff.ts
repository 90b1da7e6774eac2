import { z } from 'zod';
import type { Ack } from './codes.js';
import { clientId, conversationId, messageText, type Appended, type Synced } from './citizen.js';
import type { ConversationEvent } from './events.js';
import { PRESENCES, RESOLUTIONS, type InboxKind } from './vocabulary.js';

const serviceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const articleId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,120}$/);
const epoch = z.int().min(1);
const seq = z.int().min(0).max(2_147_483_647);
const appending = { conversationId, clientId };

export const staffCalls = {
  'presence:set': z.strictObject({ state: z.enum(PRESENCES) }),
  'inbox:sync': z.strictObject({ service: serviceId, after: seq, limit: z.int().min(1).max(200).default(200) }),
  'events:sync': z.strictObject({ conversationId, after: seq, limit: z.int().min(1).max(200).default(200) }),
  'cursor:set': z.strictObject({ conversationId, delivered: seq, read: seq }),
  typing: z.strictObject({ conversationId, on: z.boolean() }),
  'message:send': z.strictObject({
    ...appending,
    text: messageText,
    epoch,
    insert: z.strictObject({ article: articleId, section: z.string().max(200).optional() }).optional(),
  }),
  'conversation:claim': z.strictObject({ conversationId }),
  'lease:renew': z.strictObject({ items: z.array(z.strictObject({ conversationId, epoch })).max(50) }),
  'conversation:release': z.strictObject({
    ...appending,
    epoch,
    to: z.union([z.strictObject({ queue: serviceId }), z.strictObject({ bot: z.literal(true) })]),
    note: z.string().max(2000).optional(),
  }),
  'conversation:close': z.strictObject({ ...appending, epoch, resolution: z.enum(RESOLUTIONS) }),
  'article:suggest': z.strictObject({ conversationId }),
} as const;
export type StaffCall = keyof typeof staffCalls;
export type StaffPayload<C extends StaffCall> = z.input<(typeof staffCalls)[C]>;

/** The five lines an agent reads before the first word. */
export interface Brief {
  question: string;
  /** What the bot tried, with its confidence. */
  tried: { article?: string; title?: string; outcome: string; confidence?: number }[];
  /** What the citizen said about oneself, in French words ("mineur", "locataire"). */
  facts: string[];
  page?: string;
  /** ISO time at which the wait began. */
  waitingSince?: string;
  lang: 'fr' | 'en';
}
export interface InboxEntry {
  service: string;
  seq: number;
  conversationId: string;
  kind: InboxKind;
  queuedAt?: string;
  summary?: string;
}
export interface Claimed {
  epoch: number;
  leaseMs: number;
  head: number;
  brief: Brief;
}
export interface SuggestedArticle {
  article: string;
  title: string;
  confidence: number;
  passage: string;
}

export interface StaffAnswers {
  'presence:set': object;
  'inbox:sync': { entries: InboxEntry[]; head: number; more: boolean };
  'events:sync': Synced;
  'cursor:set': object;
  'message:send': Appended;
  'conversation:claim': Claimed;
  'lease:renew': { lost: string[] };
  'conversation:release': Appended;
  'conversation:close': Appended;
  'article:suggest': { candidates: SuggestedArticle[] };
}
export type StaffToServer = {
  [C in keyof StaffAnswers]: (payload: StaffPayload<C>, ack: (answer: Ack<StaffAnswers[C]>) => void) => void;
} & { typing: (payload: StaffPayload<'typing'>) => void };

export interface ServerToStaff {
  event: (event: ConversationEvent) => void;
  inbox: (entry: InboxEntry) => void;
  head: (head: { conversationId: string; seq: number } | { service: string; seq: number }) => void;
  typing: (typing: { conversationId: string; on: boolean; name?: string }) => void;
  bye: (bye: { retryInMs: number }) => void;
}

export { articleId, serviceId };
