import { z } from 'zod';
import type { Article, Block, Source } from './blocks.js';
import type { AnswerBody, ConversationEvent } from './events.js';
import { articleId, serviceId, type Brief } from './staff.js';
import { ARTICLE_STATUSES, ROLES, type ArticleStatus, type Presence, type Resolution, type Role, type Status } from './vocabulary.js';

/**
 * What the console says over HTTP. Every route is under /api/staff, needs the session cookie (or
 * `Authorization: Bearer`) and, when it changes something, `X-Guichet: 1` and an Origin that is ours.
 * Refusals are `{ok:false, code}` with 400, 401, 403, 404, 409, 413, 429 or 503.
 */

// --- accounts ------------------------------------------------------------------------------------
const email = z.email().max(254);
/** 12 characters or more; no forced renewal. */
export const newPassword = z.string().min(12).max(200);
const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** `POST /api/staff/setup`: first account of an empty installation, by the one-time link printed at the first start. */
export const setup = z.strictObject({ token: oneTimeToken, email, name: z.string().trim().min(1).max(100), password: newPassword });
/** `POST /api/staff/password`: sets a password by a one-time link (invitation or reset). */
export const setPassword = z.strictObject({ token: oneTimeToken, password: newPassword });
/** `POST /api/staff/me/password` */
export const changePassword = z.strictObject({ current: z.string().min(1).max(200), password: newPassword });
/** `POST /api/staff/accounts` → 201 `{account, link}`; `PATCH /api/staff/accounts/:id` */
export const newAccount = z.strictObject({
  email,
  name: z.string().trim().min(1).max(100),
  roles: z.array(z.enum(ROLES)).min(1),
  services: z.array(serviceId).max(100),
});
export const accountPatch = newAccount.omit({ email: true }).partial();
/** `GET /api/staff/accounts`, `POST /api/staff/accounts/:id/{disable,enable,reset}` (reset answers `{link}`) */
export interface StaffAccount {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  services: string[];
  disabled: boolean;
  /** False until the invitation link was used. */
  ready: boolean;
  lastSeenAt?: string;
}
/** `GET /api/staff/session` */
export interface StaffMe extends StaffAccount {
  sites: { key: string; name: string }[];
  /** The services of the installation, with names; an agent works in those of `services`. */
  allServices: { id: string; name: string }[];
}
/** `GET /api/staff/audit?before=&limit=` (dpo, admin) */
export interface AuditEntry {
  n: number;
  at: string;
  actor: string;
  action: string;
  object?: string;
  reason?: string;
}

// --- desk ------------------------------------------------------------------------------------------
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

// --- editors ---------------------------------------------------------------------------------------
export interface Problem {
  severity: 'error' | 'warning';
  code: string;
  message: string;
  file?: string;
  line?: number;
  article?: string;
}
/** `GET /api/staff/editor/articles?status=&theme=&q=&due=` */
export interface ArticleRow {
  id: string;
  title: string;
  theme: string;
  status: ArticleStatus;
  /** Status of the saved draft when it differs from what is live. */
  draft: boolean;
  reviewBy?: string;
  overdue: boolean;
  updatedAt: string;
  updatedBy: string;
  utterances: number;
}
/** `GET /api/staff/editor/articles/:id` */
export interface ArticleEdition {
  id: string;
  version: number;
  liveVersion?: number;
  status: ArticleStatus;
  /** Front matter and Markdown, as in the file. */
  markdown: string;
  utterances: string[];
  nearMisses: string[];
  preview: Article | null;
  problems: Problem[];
  versions: { version: number; at: string; by: string; note: string; status: ArticleStatus }[];
}
/** The longest pages of the official corpus have 190,000 characters as Markdown. */
const MARKDOWN_MAX = 200_000;

/** `POST /api/staff/editor/articles` (create) and `PUT /api/staff/editor/articles/:id` (409 `id.reused` when baseVersion is not the newest) */
export const articleDraft = z.strictObject({
  markdown: z.string().min(1).max(MARKDOWN_MAX),
  utterances: z.array(z.string().trim().min(1).max(500)).max(500),
  nearMisses: z.array(z.string().trim().min(1).max(500)).max(100),
  note: z.string().trim().max(500).default(''),
  baseVersion: z.int().min(0),
});
/** `POST /api/staff/editor/articles/:id/status {status}`: archived leaves the next snapshot. */
export const statusChange = z.strictObject({ status: z.enum(ARTICLE_STATUSES), note: z.string().trim().max(500).default('') });
/** `POST /api/staff/editor/articles/:id/restore {version}`; `GET /api/staff/editor/articles/:id/versions/:version` → `{markdown, utterances, nearMisses}` */
export const restore = z.strictObject({ version: z.int().min(1) });
/** `POST /api/staff/editor/preview {markdown}` → `{article, problems}` */
export const preview = z.strictObject({ markdown: z.string().max(MARKDOWN_MAX) });
export interface Preview {
  article: Article | null;
  problems: Problem[];
}
/** `POST /api/staff/editor/check {}` → `{problems}` over all drafts */
/** `POST /api/staff/editor/try {question, draft?}` → Tried: what the citizen would read, with the draft in place. */
export const tryQuestion = z.strictObject({
  question: z.string().trim().min(1).max(4000),
  draft: z
    .strictObject({
      id: articleId,
      markdown: z.string().max(MARKDOWN_MAX),
      utterances: z.array(z.string().max(500)).max(500),
      nearMisses: z.array(z.string().max(500)).max(100),
    })
    .optional(),
});
export interface Tried {
  answer: AnswerBody;
  candidates: { article: string; title: string; score: number }[];
  confidence: number;
}
/** `POST /api/staff/editor/publish {articles, note}` → Published, or 400 with `problems`: whole or not at all. */
export const publish = z.strictObject({ articles: z.array(articleId).min(1).max(1000), note: z.string().trim().max(500).default('') });
export interface Published {
  snapshot: string;
  articles: number;
  at: string;
}
/** `GET /api/staff/editor/snapshots` → `{snapshots: [...]}`; with `labels` the gate's own words. */
export interface SnapshotRow {
  id: string;
  at: string;
  by: string;
  note: string;
  articles: number;
  current: boolean;
  gate: { threshold: number; labels: number; generic: boolean; bound: string };
}
/** `GET /api/citizen/transcript` downloads a text file; `GET /api/citizen/site/:site` answers SiteView. */
export type { Article, Block, Source };
