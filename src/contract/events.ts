import type { Block, Source } from './blocks.js';
import type { FeedbackReason, Outcome, SenderType, Status } from './vocabulary.js';

export interface Sender {
  type: SenderType;
  name?: string;
}

/** A button under an answer. The citizen picks it by `message:send {choice: id}`. */
export interface Choice {
  id: string;
  label: string;
  article?: string;
}

/** Why this answer: what matched, what came second, how sure, from which published version. */
export interface Why {
  terms: string[];
  runnerUp?: { article: string; title: string };
  /** Probability that the first candidate is right, 0 to 1. */
  confidence: number;
  snapshot: string;
}

export interface AnswerBody {
  outcome: Outcome;
  blocks: Block[];
  /** The article answered from, with its title. */
  article?: { id: string; title: string; section?: string };
  choices?: Choice[];
  sources?: Source[];
  why?: Why;
  /** A list to take along: screens offer to print it alone. */
  print?: boolean;
}

/** The bodies by kind. Unknown kinds are counted and ignored by receivers. */
export interface EventBodies {
  message: { text: string; choice?: string; blocks?: Block[]; sources?: Source[]; article?: { id: string; title: string } };
  answer: AnswerBody;
  notice: { id: string; text: string };
  status: { status: Status; service?: string; place?: number; waitMinutes?: [number, number] };
  assigned: { name: string };
  released: { to: 'queue' | 'bot'; service?: string };
  feedback: { about: number; useful: boolean; reason?: FeedbackReason };
  callback: { state: 'left' | 'done' };
  erased: { seqs: number[] };
}
export type EventKind = keyof EventBodies;

export interface EventHead {
  conversationId: string;
  /** 1, 2, 3 … per conversation, without a gap. */
  seq: number;
  sender: Sender;
  /** ISO 8601 UTC; for display only. */
  at: string;
  clientId?: string;
}
/** One line of a conversation's log: `{conversationId, seq, kind, sender, at, clientId?, …body}`. */
export type ConversationEvent = { [K in EventKind]: EventHead & { kind: K } & EventBodies[K] }[EventKind];
