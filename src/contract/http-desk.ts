import { z } from 'zod';
import type { ConversationEvent } from './events.js';
import { serviceId, type Brief } from './staff.js';
import type { Presence, Resolution, Status } from './vocabulary.js';

/** `GET /api/staff/desk/overview`: the queue per service, mine, callbacks, colleagues. */
export interface DeskOverview {
  services: { id: string; name: string; open: boolean; queued: number; oldestQueuedAt?: string; agentsAvailable: number; head: number }[];
  queue: QueueItem[];
  mine: QueueItem[];
  callbacks: CallbackItem[];
  colleagues: { id: string; name: string; presence: Presence | 'offline'; holding: number }[];
  presence: Presence;
}
export interface QueueItem {
  conversationId: string;
  service: string;
  status: Status;
  queuedAt?: string;
  summary: string;
  lang: 'fr' | 'en';
  assignee?: string;
  epoch?: number;
  /** Citizen's last line that the agent has not answered. */
  waitingReply?: boolean;
}
export interface CallbackItem extends QueueItem {
  contact: { name?: string; email?: string; phone?: string };
  leftAt: string;
}
/** `GET /api/staff/desk/conversations/:id?reason=` : a conversation to read (own, own service's queue; others: supervisor or dpo, with a reason, audited). */
export interface ConversationView {
  conversationId: string;
  site: string;
  service?: string;
  status: Status;
  head: number;
  epoch?: number;
  assignee?: { id: string; name: string };
  createdAt: string;
  closedAt?: string;
  resolution?: Resolution;
  brief: Brief;
  events: ConversationEvent[];
  notes: Note[];
  contact?: CallbackItem['contact'];
}
/** `POST /api/staff/desk/conversations/:id/notes {text}`: internal, never shown to the citizen. */
export const newNote = z.strictObject({ text: z.string().trim().min(1).max(2000) });
export interface Note {
  id: string;
  author: string;
  at: string;
  text: string;
}
/** `POST /api/staff/desk/conversations/:id/take-over {reason}` (supervisor) → `{epoch, leaseMs, head, brief}` */
export const takeOver = z.strictObject({ reason: z.string().trim().min(3).max(500) });
/** `GET /api/staff/desk/search?q=&from=&to=&service=&status=&page=`; needs 2 characters or a filter. */
export const searchQuery = z.strictObject({
  q: z.string().trim().max(200).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  service: serviceId.optional(),
  status: z.enum(['bot', 'queued', 'assigned', 'callback', 'closed']).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export interface SearchResult {
  total: number;
  items: {
    conversationId: string;
    site: string;
    service?: string;
    status: Status;
    createdAt: string;
    closedAt?: string;
    resolution?: Resolution;
    excerpt: string;
  }[];
}
/** `GET|POST /api/staff/desk/canned`, `PUT|DELETE /api/staff/desk/canned/:id` */
export const cannedReplyInput = z.strictObject({
  shortcut: z.string().regex(/^[a-z0-9-]{2,40}$/),
  title: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(4000),
  service: serviceId.nullish(),
});
export interface CannedReply {
  id: string;
  shortcut: string;
  title: string;
  text: string;
  service?: string;
}
/** `GET /api/staff/desk/articles?q=` → `{articles: [{id, title, theme}]}`; `GET /api/staff/desk/articles/:id` → Article */
export interface ArticleHit {
  id: string;
  title: string;
  theme: string;
}
/** `GET|PUT /api/staff/switches/:site` (supervisor, admin): kill switches and the emergency banner. */
export const switches = z.strictObject({
  botOff: z.boolean(),
  widgetOff: z.boolean(),
  reason: z.string().trim().max(500),
  banner: z
    .strictObject({ text: z.string().trim().min(1).max(300), from: z.iso.datetime().optional(), until: z.iso.datetime().optional() })
    .nullable(),
});
export type Switches = z.infer<typeof switches>;
