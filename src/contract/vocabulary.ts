/** Closed vocabularies that both sides of the wire share. No schema here: the widget imports this file. */
export const STATUSES = ['bot', 'queued', 'assigned', 'callback', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

/** How a citizen turn ended. */
export const OUTCOMES = ['answered', 'clarified', 'small-talk', 'handed-off', 'emergency', 'declined', 'rephrase'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a section of an article is about. */
export const FACETS = [
  'summary',
  'eligibility',
  'documents',
  'steps',
  'where',
  'cost',
  'delay',
  'validity',
  'appeal',
  'contact',
  'online',
] as const;
export type Facet = (typeof FACETS)[number];

export const LANGS = ['fr', 'en'] as const;
export type Lang = (typeof LANGS)[number];

export const ROLES = ['agent', 'supervisor', 'editor', 'admin', 'dpo'] as const;
export type Role = (typeof ROLES)[number];

export const PRESENCES = ['available', 'busy', 'away'] as const;
export type Presence = (typeof PRESENCES)[number];

export const RESOLUTIONS = ['answered', 'redirected', 'reached', 'not-reached', 'left', 'abusive', 'other'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Why a citizen found an answer useless. */
export const FEEDBACK_REASONS = ['wrong-question', 'incomplete', 'unclear', 'outdated', 'other'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

export const INBOX_KINDS = ['queued', 'assigned', 'released', 'callback', 'closed'] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export const ARTICLE_STATUSES = ['draft', 'in-review', 'published', 'archived'] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export type SenderType = 'citizen' | 'bot' | 'agent' | 'system';
