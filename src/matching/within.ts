import { rank, toProbabilities, type Ranking } from './rank.js';
import { kinOf, type Snapshot } from './snapshot.js';
import { understand, type Candidate, type Understanding } from './understand.js';

/** What the conversation is about when a message comes. */
export interface Subject {
  /** The article of the last answer. */
  topic: string;
  /** The last question. */
  asked?: string;
}
/** A message understood with what was said before. */
export interface Within extends Understanding {
  /** The message alone says another thing than the conversation makes of it. */
  leaned: boolean;
  /** Says nothing but a facet or a fact: « et ça coûte combien ? », « et pour ma fille de 8 ans ? ». */
  bare: boolean;
}

/**
 * Understands a later message: three rankings add up — the message alone, the last question with the message, and the
 * articles akin to the topic — and the topic itself counts more when the message says nothing but a facet or a fact.
 *
 * The message alone weighs most, bounded below: « et la CAF nous donne quelque chose ? » leaves the family record book, « c'est payant ? » stays with it, and
 * after « carte d'identité d'un adulte », « et pour ma fille de 8 ans ? » finds the child's card among its kin.
 * Weights: `node bench/answers/context.mjs` (later turns of the tuning dialogues).
 */
const FLOOR = 1e-3;
export const CONTEXT = {
  alone: 2.2,
  withAsked: 0.9,
  kin: 3,
  kinWhenFact: 4,
  topic: 1,
  topicWhenFacet: 11,
  topicWhenFact: 4,
};
/** A bare facet on a known topic can hardly mean anything else; nor a bare fact than the topic or an article akin to it. */
const SURE_OF_TOPIC = 0.95;
const KIN = 0.3;
/** Where the conversation overrules the message alone, a choice is offered rather than an answer: half of those are wrong. */
const SURE_WHEN_LEANED = 0.8;

export function understandWithin(snapshot: Snapshot, text: string, subject: Subject | undefined): Within {
  const alone = understand(snapshot, text);
  const topic = subject && snapshot.articles.get(subject.topic);
  if (!subject || !topic) return { ...alone, leaned: false, bare: false };
  const { engine } = snapshot;
  const ranked = (words: string): Ranking => rank(engine, engine.analyser.analyse(words));
  const withAsked = ranked(`${subject.asked ?? topic.title} ${text}`);
  const kin = kinOf(engine, topic);
  const facts = Object.keys(alone.facts).length > 0;
  const bare = (facts || alone.facets.length > 0) && snapshot.cues.bareWords(alone.analysis).length === 0;
  const log = ({ probability }: Ranking, target: number) => Math.log(probability[target]! + FLOOR);
  const articles = engine.targets.flatMap(({ article }, target) => (article === undefined ? [] : [{ article, target }]));
  const scores = Float32Array.from(articles, ({ article, target }) => {
    const own = article === topic.id ? CONTEXT.topic + (bare ? (facts ? CONTEXT.topicWhenFact : CONTEXT.topicWhenFacet) : 0) : 0;
    const akin = (CONTEXT.kin + (bare && facts ? CONTEXT.kinWhenFact : 0)) * kin[target]!;
    return CONTEXT.alone * log(alone.ranking, target) + CONTEXT.withAsked * log(withAsked, target) + akin + own;
  });
  toProbabilities(scores);
  const candidates = articles
    .map(({ article }, at): Candidate => ({ article, score: scores[at]! }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10);
  const winner = articles.find(({ article }) => article === candidates[0]!.article)!;
  const kept = bare && (winner.article === topic.id || (facts && kin[winner.target]! >= KIN));
  const leaned = candidates[0]!.article !== alone.candidates[0]?.article;
  return {
    ...alone,
    candidates,
    ...sureness(alone, candidates, { leaned, kept }),
    leaned,
    bare,
  };
}

/** How sure the whole is: as sure as the message alone where both agree, at most as sure as the fused ranking where they do not. */
function sureness(
  alone: Understanding,
  [first]: readonly Candidate[],
  { leaned, kept }: { leaned: boolean; kept: boolean },
): { confidence: number; held: number } {
  if (kept) return { confidence: SURE_OF_TOPIC, held: SURE_OF_TOPIC };
  const fused = first!.score;
  if (leaned) return { confidence: fused * SURE_WHEN_LEANED, held: Math.max(fused, alone.held) };
  return { confidence: Math.max(alone.confidence, fused * alone.held), held: Math.max(fused, alone.held) };
}
