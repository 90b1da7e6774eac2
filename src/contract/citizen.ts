import { z } from 'zod';
import type { Ack } from './codes.js';
import type { ConversationEvent } from './events.js';
import { FEEDBACK_REASONS, LANGS, type Lang, type Status } from './vocabulary.js';

/** 128 random bits, base64url. */
export const conversationId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** Made by the sender and kept across its retries. */
export const clientId = z.uuid();
const siteKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const serviceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
/** A text of 1 to 4,000 characters that is not only white space. */
export const messageText = z
  .string()
  .min(1)
  .max(4000)
  .refine((text) => text.trim().length > 0);

/** What every appending call carries. */
const appending = { conversationId, clientId };
const seq = z.int().min(0).max(2_147_483_647);

export const citizenCalls = {
  'conversation:open': z.strictObject({
    site: siteKey,
    lang: z.enum(LANGS),
    page: z.string().max(500).optional(),
    resume: conversationId.optional(),
  }),
  'events:sync': z.strictObject({ conversationId, after: seq, limit: z.int().min(1).max(200).default(200) }),
  'cursor:set': z.strictObject({ conversationId, delivered: seq, read: seq }),
  typing: z.strictObject({ conversationId, on: z.boolean() }),
  'conversation:keep': z.strictObject({ conversationId }),
  'message:send': z.strictObject({ ...appending, text: messageText, choice: z.string().min(1).max(200).optional() }),
  'human:ask': z.strictObject({ ...appending, service: serviceId.optional() }),
  'human:cancel': z.strictObject({ ...appending }),
  'callback:leave': z.strictObject({
    ...appending,
    contact: z
      .strictObject({
        name: z.string().trim().min(1).max(100).optional(),
        email: z.email().max(254).optional(),
        phone: z
          .string()
          .regex(/^\+?[0-9][0-9 .()-]{5,24}$/)
          .optional(),
      })
      .refine((contact) => contact.email !== undefined || contact.phone !== undefined, 'email or phone'),
    consent: z.literal(true),
  }),
  'feedback:give': z.strictObject({ ...appending, seq: z.int().min(1), useful: z.boolean(), reason: z.enum(FEEDBACK_REASONS).optional() }),
  'conversation:end': z.strictObject({ ...appending }),
  'conversation:erase': z.strictObject({ ...appending }),
} as const;
export type CitizenCall = keyof typeof citizenCalls;
export type CitizenPayload<C extends CitizenCall> = z.input<(typeof citizenCalls)[C]>;

export interface Opened {
  conversationId: string;
  head: number;
  status: Status;
  service?: string;
  you: { type: 'citizen'; name?: string };
  notices: { id: string; text: string }[];
  limits: { text: number; perMinute: number };
}
export interface Synced {
  events: ConversationEvent[];
  head: number;
  more: boolean;
}
export interface Appended {
  seq: number;
  at: string;
  dup?: true;
}
/** What each acknowledged citizen call answers when it is taken. */
export interface CitizenAnswers {
  'conversation:open': Opened;
  'events:sync': Synced;
  'cursor:set': object;
  'conversation:keep': object;
  'message:send': Appended;
  'human:ask': Appended;
  'human:cancel': Appended;
  'callback:leave': Appended;
  'feedback:give': Appended;
  'conversation:end': Appended;
  'conversation:erase': Appended;
}

/** socket.io event map, client to server. */
export type CitizenToServer = {
  [C in keyof CitizenAnswers]: (payload: CitizenPayload<C>, ack: (answer: Ack<CitizenAnswers[C]>) => void) => void;
} & { typing: (payload: CitizenPayload<'typing'>) => void };

/** socket.io event map, server to client; `head` carries either a conversation or a service. */
export interface ServerToCitizen {
  event: (event: ConversationEvent) => void;
  head: (head: { conversationId: string; seq: number }) => void;
  typing: (typing: { conversationId: string; on: boolean; name?: string }) => void;
  /** Place in the queue, told again every 10 s while it lasts; never logged. */
  place: (place: { conversationId: string; place: number; waitMinutes?: [number, number] }) => void;
  bye: (bye: { retryInMs: number }) => void;
}

export const openSession = z.strictObject({ site: siteKey });
/** `POST /c/:site/messages`, a form: a text or the choice of a button. */
export const plainMessage = z.strictObject({
  token: z.string().max(200),
  clientId,
  text: z.string().max(4000).optional(),
  choice: z.string().max(200).optional(),
  action: z.enum(['send', 'human', 'cancel', 'end', 'erase']).optional(),
});

/** What the widget's frame needs before it opens a socket: `GET /api/citizen/site/:site`. */
export interface SiteView {
  key: string;
  name: string;
  lang: Lang;
  services: { id: string; name: string; open: boolean; nextOpening?: string; hours: Record<string, string[]> }[];
  defaultService: string;
  suggestions: string[];
  banner?: { text: string; until?: string };
  botOn: boolean;
  /** Agents on duty right now, per service: whether a person can answer. */
  someoneThere: boolean;
  privacyUrl: string;
  legalUrl: string;
  accessibilityUrl: string;
}
