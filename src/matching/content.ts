import type { Article, Facet, Outcome } from '../contract/index.js';
import type { LearnedWords } from './word-vectors.js';

/** An utterance that looks like an intent's and is not: it trains the refusal. `article` where another one answers it. */
export interface NearMiss {
  text: string;
  article?: string;
}
/** Concepts, words or phrases that together are evidence for an intent; never a verdict. */
export interface Rule {
  all: string[];
  none?: string[];
}
/** Something a citizen may want. Exactly one of `article`, `action`, `outcome` says where it leads. */
export interface Intent {
  id: string;
  article?: string;
  action?: 'human' | 'end';
  outcome?: Extract<Outcome, 'small-talk' | 'emergency' | 'declined'>;
  facet?: Facet;
  /** What is said back, the first line being the one used; French. */
  reply?: string[];
  replyEn?: string[];
  /** Bare subjects ("RSA", "permis bateau") by which its article is the one that is meant. */
  main?: string[];
  examples: string[];
  nearMisses: NearMiss[];
  rules: Rule[];
}
/** One meaning and the words people use for it: every form counts as the concept. */
export interface Concept {
  id: string;
  label: string;
  forms: string[];
  en: string[];
}
export interface FacetCues {
  facet: Facet;
  cues: string[];
}
/** How people say a fact about themselves: `occupancy=tenant` by "mon proprio". */
export interface FactCues {
  fact: string;
  value: string;
  cues: string[];
}
/** A labelled question: what a snapshot should do with it. */
export interface Label {
  q: string;
  /** Acceptable articles, best first; empty for a message that no article answers. */
  expected: string[];
  /** Of an out-of-scope message: what it deserves. */
  kind?: string;
  split: 'tune' | 'judge';
}
/** All that a snapshot is built from. A value: the same content gives the same snapshot, byte for byte. */
export interface Content {
  articles: Article[];
  /** The values behind `fact` inlines are resolved into the articles before this point. */
  intents: Intent[];
  lexicon: Concept[];
  wordVectors?: LearnedWords;
  facets: FacetCues[];
  facts: FactCues[];
  /** Only those with split `tune` calibrate; judge labels never enter a snapshot. */
  labels: Label[];
  themes: { id: string; title: string; order: number; description?: string }[];
}
