import { z } from 'zod';
import type { Article } from './blocks.js';
import type { AnswerBody } from './events.js';
import { articleId } from './staff.js';
import { ARTICLE_STATUSES, type ArticleStatus } from './vocabulary.js';

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
