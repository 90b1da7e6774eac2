import type { AnswerBody, Lang, Outcome } from '../contract/index.js';

/** A request of a message that another one was answered first of: its words (masked, at most 300 characters), and the buttons that lead to its answer. */
export interface Waiting {
  asked: string;
  facet?: string;
  articles: string[];
}
/** What the bot keeps between turns: the topic, the facet, what the citizen said about oneself, what was offered. Plain JSON. */
export interface Memory {
  topic?: string;
  /** What it was before, the last first; two at most. */
  earlier?: string[];
  facet?: string;
  /** Said facts by variable of the `if` grammar, e.g. {age: "8", occupancy: "tenant"}. */
  facts: Record<string, string>;
  /** What was told of the corpus' variables for one article alone. */
  here?: { article: string; facts: Record<string, string> };
  /** The guided search that is being walked. */
  walking?: { search: string; steps: string[] };
  /** The last one that led to an article: the answers given and assumed. */
  walked?: { search: string; article: string; answers: string[] };
  /** Requests that were seen and not answered yet; dropped by the next words that are typed. */
  waiting?: Waiting[];
  /** What the buttons of the last answer meant, by choice id. */
  offered: Record<string, unknown>;
  /** Consecutive turns that ended without an answer. */
  unsure: number;
  lang: Lang;
  /** The last question that was answered or clarified, masked, at most 300 characters. */
  asked?: string;
}
export interface TurnMessage {
  text: string;
  /** The id of the button that was picked. */
  choice?: string;
}
/** What the world is like at this turn; time, hours and presence come in as values. */
export interface TurnContext {
  /** ISO 8601. */
  now: string;
  lang: Lang;
  site: {
    key: string;
    name: string;
    services: { id: string; name: string; open: boolean; nextOpening?: string }[];
    defaultService: string;
  };
  /** False when the kill switch took the bot off: every message asks for a person. */
  botOn: boolean;
  /** Path or URL of the page the widget stands on. */
  page?: string;
}
export type Effect =
  /** Put the conversation in the queue of a service. */
  { type: 'hand-off'; service?: string; reason: 'asked' | 'unsure' | 'complaint' | 'sensitive' | 'bot-off' } | { type: 'end' };

/** What a turn says and does. `trace` is what `guichet ask` prints and benches measure. */
export interface Reply {
  body: AnswerBody;
  memory: Memory;
  effects: Effect[];
  trace: {
    outcome: Outcome;
    article: string | null;
    confidence: number;
    candidates: { article: string; score: number }[];
    /** The text that the citizen is shown of the article, and nothing else. */
    passages: string[];
    choices: string[];
  };
}
