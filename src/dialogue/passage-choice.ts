import type { Article, Block, Facet } from '../contract/index.js';
import { mayHold, variablesOf } from './conditions.js';
import type { Analyser, Analysis } from '../language/index.js';
import { passagesOf, textOfBlock, textOfBlocks, textOfInlines, type Passage, type Snapshot } from '../matching/index.js';
import { lookOfAnswer } from './answer-look.js';

/** What makes a block hold the answer: the words that tell it apart, and what an answer to the question looks like. */
export interface Sought {
  words: ReadonlySet<string>;
  look?: RegExp;
}
/** What of an article answers the question: its summary, or one section; `at` where one branch of its cases alone answers. */
export type Part = { type: 'summary' } | { type: 'section'; section: number; at?: readonly number[]; sought?: Sought };

export interface Asked {
  text: string;
  /** The text as it was read already. */
  analysis?: Analysis;
  facet?: Facet;
  /** What the citizen has just said of oneself, and nothing else. */
  facts?: Readonly<Record<string, string>>;
  /** What is known of the citizen: a branch of other people's cannot answer. */
  known?: Readonly<Record<string, string>>;
}

/** Where to look for a facet that the article has no section for. */
const INSTEAD: Partial<Record<Facet, Facet>> = { contact: 'where', where: 'contact', online: 'steps', steps: 'online' };
/** A passage answers from this much on; one word of two that tell it apart, or the facet. */
const ENOUGH = 0.5;
const FACET = 0.6;
const INSTEAD_OF_FACET = 0.5;
const LOOKS_LIKE_IT = 0.35;
/** How many passages are read sentence by sentence, and what a sentence that holds everything is worth. */
const READ = 8;
const TOGETHER = 1;
/** A passage further behind the best one, or that shares next to nothing, cannot overtake it by one sentence. */
const IN_REACH = 0.6;
const LEAST = 0.2;
/** Branches this close to the best one may answer as well: then the case is asked about. */
const AS_GOOD = 0.9;

/**
 * The part that answers. When the citizen has only told a fact, the section whose cases depend on it; else the passage that shares most of the
 * question's words beyond the article's subject (every section of « passeport » speaks of passports: only « empreintes » tells them
 * apart), that is about the facet asked for, and that looks like an answer to it; else the summary.
 *
 * « combien coûte le passeport » → cost; « faut-il des empreintes pour un passeport » → the section that speaks of them
 */
export function partFor(snapshot: Snapshot, article: Article, asked: Asked): Part {
  const passages = passagesOf(article);
  const told = Object.keys(asked.facts ?? {});
  if (asked.facet === undefined || asked.facet === 'summary') {
    const branch = passages.find(({ path }) => path.some((step) => variablesOf(step.if).some((variable) => told.includes(variable))));
    if (branch) return { type: 'section', section: branch.section };
  }
  const words = tellingWords(snapshot, article, asked);
  const look = lookOfAnswer(asked.text, asked.facet);
  const place = snapshot.articles.placeOf(article.id);
  const scored = passages
    .map((passage, nth) => ({
      passage,
      score:
        aboutFacet(passage, asked.facet) + looksRight(passage, look) + words.share((word) => snapshot.passages.holds(place, nth, word)),
    }))
    .filter(({ passage }) => mayHold(article, passage, asked.known ?? {}))
    .sort((a, b) => b.score - a.score);
  // The words and the look may stand in one sentence or far apart: the likeliest passages are read sentence by sentence.
  const near = scored.filter(({ score }) => score >= Math.max(scored[0]!.score * IN_REACH, LEAST)).slice(0, READ);
  if (near.length > 1) for (const one of near) one.score += TOGETHER * together(one.passage, words, look, snapshot);
  let best = near[0];
  for (const one of near) if (one.score > best!.score) best = one;
  if (!best || best.score < ENOUGH) return { type: 'summary' };
  const { passage, score } = best;
  const part = { type: 'section', section: passage.section, sought: { words: words.known, ...(look && { look }) } } as const;
  if (passage.at.length === 0) return part;
  const rivals = near.filter((one) => one.passage.section === passage.section && one.passage !== passage && one.score >= score * AS_GOOD);
  return rivals.length > 0 ? part : { ...part, at: passage.at };
}

type Words = ReturnType<typeof tellingWords>;

/** How much of the question one sentence, item or row of a passage holds, and whether it looks like the answer; the best of them. */
function together(passage: Passage, words: Words, look: RegExp | undefined, { engine }: Snapshot): number {
  let most = 0;
  for (const { text, held } of sentencesOf(passage, engine.analyser)) {
    const share = words.share((word) => held.has(word)) * (look === undefined || look.test(text) ? 1 : 0.5);
    if (share > most) most = share;
  }
  return most;
}

interface Sentence {
  text: string;
  held: ReadonlySet<string>;
}
/** As long as somebody holds the passage, which belongs to one article of one snapshot. */
const sentences = new WeakMap<Passage, readonly Sentence[]>();
function sentencesOf(passage: Passage, analyser: Analyser): readonly Sentence[] {
  const known = sentences.get(passage);
  if (known !== undefined) return known;
  const cut = textsIn(passage.blocks).map((text) => {
    const { tokens, concepts } = analyser.read(text);
    return { text, held: new Set([...tokens.map(({ stem }) => stem), ...concepts.map(({ id }) => `c:${id}`)]) };
  });
  sentences.set(passage, cut);
  return cut;
}

const textsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    if (block.type === 'list') return block.items.map(textOfBlocks);
    if (block.type === 'table') return block.rows.map((row) => row.map(textOfInlines).join(' '));
    return block.type === 'callout' ? textsIn(block.blocks) : [textOfBlock(block)];
  });

function aboutFacet({ facet }: Passage, wanted: Facet | undefined): number {
  if (wanted === undefined || wanted === 'summary' || facet === undefined) return 0;
  return facet === wanted ? FACET : facet === INSTEAD[wanted] ? INSTEAD_OF_FACET : 0;
}

const looksRight = ({ text }: Passage, look: RegExp | undefined): number => (look?.test(text) ? LOOKS_LIKE_IT : 0);

/** A word of the article's own subject tells its passages apart less than any other. */
const OF_SUBJECT = 0.15;

/** What each article is about: an article belongs to one snapshot, and with it to one analyser. */
const subjects = new WeakMap<Article, ReadonlySet<string>>();

/** The words and concepts of a question, the rarer the more telling; those of the article's subject stand in most of its passages. */
function tellingWords(snapshot: Snapshot, article: Article, { text, analysis }: Asked) {
  const { analyser, bm25 } = snapshot.engine;
  const wordsOf = (of: Pick<Analysis, 'tokens' | 'concepts'>) => [
    ...new Set([...of.tokens.filter(({ kind }) => kind !== 'function').map(({ stem }) => stem), ...of.concepts.map(({ id }) => `c:${id}`)]),
  ];
  const subject =
    subjects.get(article) ?? new Set(wordsOf(analyser.read(`${article.title} ${article.keywords.join(' ')} ${article.summary}`)));
  subjects.set(article, subject);
  const words = text === '' ? [] : wordsOf(analysis ?? analyser.analyse(text));
  const weights = words.map((word) => bm25.rarityOf(word) * (subject.has(word) ? OF_SUBJECT : 1));
  const telling = words.some((word) => !subject.has(word));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    known: new Set(words),
    share: (holds: (word: string) => boolean) =>
      !telling || total === 0 ? 0 : words.reduce((sum, word, i) => sum + (holds(word) ? weights[i]! : 0), 0) / total,
  };
}
