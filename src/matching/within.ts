import type { Facet } from '../contract/index.js';
import type { Engine } from './engine.js';
import type { Neighbours } from './neighbours.js';
import { rank, toProbabilities } from './rank.js';
import type { Snapshot } from './snapshot.js';
import { surenessWithin } from './sureness-within.js';
import { understand, type Candidate, type Understanding } from './understand.js';

/** What the conversation is about when a message comes. */
export interface Subject {
  /** The article of the last answer. */
  topic: string;
  /** Articles that it was about before. */
  earlier?: readonly string[];
}
/** A message understood with what was said before. */
export interface Within extends Understanding {
  /** The message alone says another thing than the conversation makes of it. */
  leaned: boolean;
  /** Says nothing but a facet or a fact: « et ça coûte combien ? », « et pour ma fille de 8 ans ? ». */
  bare: boolean;
}

/**
 * Understands a later message: for each article the logarithms of two probabilities add up, that of the message alone and that of the
 * message behind the topic's title, with what joins the article to the topic. What results is a probability again.
 *
 * The title says what the message leaves out: « et pour mon fils mineur ? » behind « Renouvellement de la carte d'identité d'un majeur » is the
 * child's card. The last question in its place found less: it brings its own facet and situation along. The topic itself has the
 * best title of all, which `own` takes back, unless the message names nothing but a facet
 * that it has a section for and that no title of its dossier names. A topic that was left is not gone back to, unless the message alone
 * finds it first. No weight goes by the scale of a search score, only by probabilities.
 *
 * Weights: fitted once by the likelihood of the right article in later turns of the tuning dialogues, by a program that is not kept; `ownFacet`
 * was then raised by hand to what test/unit/matching/within.spec.ts asks. What they find: `node bench/answers/score.mjs --split tune`
 * (later turns right first .818, helped .784; before, .784 and .739); each weight varied in turn: `node bench/answers/context.mjs`.
 */
export const CONTEXT: Record<Tie, number> = {
  alone: 0.45,
  behindTitle: 0.43,
  own: -4.9,
  ownBare: 2.2,
  ownFacets: 0.65,
  ownFacet: 5,
  theme: 1.2,
  subtheme: 0.4,
  dossier: 1.25,
  leadsTo: 1.2,
  titled: 2,
  earlier: 1.35,
  been: -2.2,
};
/** What ties an article to a message within a conversation; each is a number, mostly 0 or 1. */
const TIES = [
  'alone',
  'behindTitle',
  'own',
  'ownBare',
  'ownFacets',
  'ownFacet',
  'theme',
  'subtheme',
  'dossier',
  'leadsTo',
  'titled',
  'earlier',
  'been',
] as const;
type Tie = (typeof TIES)[number];
/** Below this, probabilities are as good as none; a thousand times less than one share of thousands of articles. */
const FLOOR = 1e-9;

export function understandWithin(snapshot: Snapshot, text: string, subject: Subject | undefined): Within {
  const alone = understand(snapshot, text);
  const ties = subject && tiesWithin(snapshot, text, alone, subject);
  if (!ties) return { ...alone, leaned: false, bare: false };
  const scores = Float32Array.from(ties.values, (value) => TIES.reduce((sum, tie, at) => sum + CONTEXT[tie] * value[at]!, 0));
  toProbabilities(scores);
  const candidates = [...scores.keys()]
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, 10)
    .map((target): Candidate => ({ article: snapshot.engine.targets[target]!.article!, score: scores[target]! }));
  const leaned = candidates[0]!.article !== alone.candidates[0]?.article;
  return { ...alone, candidates, ...surenessWithin(alone, candidates, ties.bare), leaned, bare: ties.bare };
}

interface Ties {
  bare: boolean;
  /** By article, in the order of the targets: the ties in the order of `TIES`. */
  values: number[][];
}
/** Undefined when the topic is no article of the snapshot any more. */
function tiesWithin(snapshot: Snapshot, text: string, alone: Understanding, { topic: id, earlier = [] }: Subject): Ties | undefined {
  const { engine, articles, cues, neighbours } = snapshot;
  const topic = articles.get(id);
  const own = targetOf(snapshot, id);
  if (!topic || own < 0) return undefined;
  const behindTitle = rank(engine, engine.analyser.analyse(`${topic.title} ${text}`)).probability;
  const facet = alone.facets[0]?.facet;
  const told = facet !== undefined || Object.keys(alone.facts).length > 0;
  const bare = told && cues.bareWords(alone.analysis).length === 0;
  const before = earlier.map((each) => targetOf(snapshot, each)).filter((target) => target >= 0 && target !== own);
  const named = facet !== undefined && engine.targets.some((_, other) => other !== own && siblingNames(neighbours, own, other, facet));
  const ofOwn = { bare, facet, hasFacet: bare && !named && topic.sections.some((section) => section.facet === facet) };
  const log = (probability: number) => Math.log(probability + FLOOR);
  const values = engine.targets.flatMap(({ article }, target): number[][] =>
    article === undefined
      ? []
      : [
          [
            log(alone.ranking.probability[target]!),
            log(behindTitle[target]!),
            ...(target === own ? tiesOfTopic(ofOwn) : [0, 0, 0, 0]),
            ...tiesBetween(neighbours, own, target, facet),
            before.some((other) => neighbours.near(other, target)) ? 1 : 0,
            before.includes(target) && article !== alone.candidates[0]?.article ? 1 : 0,
          ],
        ],
  );
  return { bare, values };
}

const targetOf = ({ articles, engine }: { articles: Snapshot['articles']; engine: Engine }, id: string): number => {
  const place = articles.placeOf(id);
  return engine.targets[place]?.article === id ? place : -1;
};

function tiesOfTopic({ bare, facet, hasFacet }: { bare: boolean; facet: Facet | undefined; hasFacet: boolean }): number[] {
  return [1, bare ? 1 : 0, facet === undefined ? 0 : 1, facet !== undefined && hasFacet ? 1 : 0];
}

function tiesBetween(neighbours: Neighbours, own: number, target: number, facet: Facet | undefined): number[] {
  const { shared = 0, leadsTo = false } = neighbours.between(own, target) ?? {};
  const titled = facet !== undefined && neighbours.names(target, facet);
  return [shared > 0, shared > 1, shared > 2, leadsTo, titled].map(Number);
}

/** An article of the same dossier whose title names the facet: the corpus tells it there rather than in a section. */
const siblingNames = (neighbours: Neighbours, own: number, other: number, facet: Facet): boolean =>
  neighbours.names(other, facet) && (neighbours.between(own, other)?.shared ?? 0) > 1;
