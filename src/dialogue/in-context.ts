import type { Facet } from '../contract/index.js';
import { understandWithin, type Candidate, type Snapshot, type Within } from '../matching/index.js';
import { namesElsewhere } from './elsewhere.js';
import type { Memory } from './turn.js';

/** A message understood in its conversation. */
export interface InContext {
  message: Within;
  candidates: Candidate[];
  confidence: number;
  held: number;
  facet?: Facet;
  facts: Record<string, string>;
  leaned: boolean;
  /** A local service of another town is asked for. */
  elsewhere: boolean;
}

/**
 * « et ça coûte combien ? » keeps the topic and changes the facet; « et pour mon fils de 8 ans ? » keeps the topic's words and changes a fact; « non, le
 * passeport » keeps the facet and changes the topic. Facts said about oneself stay for the whole conversation, except that a new
 * person brings their own age.
 */
export function understandInContext(snapshot: Snapshot, memory: Memory, text: string, siteName = ''): InContext {
  const subject = memory.topic === undefined ? undefined : { topic: memory.topic, ...(memory.earlier && { earlier: memory.earlier }) };
  const message = understandWithin(snapshot, text, subject);
  const asked = message.facets[0]?.facet;
  const follows = subject !== undefined && (message.bare || CORRECTS.test(text));
  const facet = asked ?? (follows ? (memory.facet as Facet | undefined) : undefined);
  const { candidates, confidence, held, leaned } = message;
  const first = snapshot.articles.get(candidates[0]?.article ?? '');
  const elsewhere = first !== undefined && namesElsewhere(snapshot, first, text, siteName);
  return {
    message,
    candidates,
    confidence,
    held,
    ...(facet && { facet }),
    facts: factsAfter(memory.facts, message.facts),
    leaned,
    elsewhere,
  };
}
const CORRECTS = /^\s*(?:non|no|pas |plutôt|en fait|pardon|et )/iu;

function factsAfter(before: Readonly<Record<string, string>>, said: Readonly<Record<string, string>>): Record<string, string> {
  const facts = { ...before };
  if (said['beneficiary'] !== undefined && said['beneficiary'] !== before['beneficiary']) delete facts['age'];
  return { ...facts, ...said };
}
