import type { Analyser } from '../language/index.js';
import type { Passage } from '../matching/index.js';
import { plain } from './answer-look.js';

/** Titles that every article has. */
const UNTITLED = /^(?:En bref|Réponse|Services en ligne)/u;
/** Cases that hold for most people, and for whoever says nothing of oneself. */
const GENERAL =
  /^(?:cas général|en général|en france|métropole|en métropole|autre cas|autres? situations?|vous êtes (?:majeur|français))/iu;

/** What is read of a passage as a whole, once for all questions. */
export interface Read {
  /** As `answer-look` reads it. */
  text: string;
  title: ReadonlySet<string>;
  /** The words of each case on the way, but of those that hold for most people. */
  cases: ReadonlySet<string>[];
}
/** As long as somebody holds the passage, which belongs to one article of one snapshot. */
const reads = new WeakMap<Passage, Read>();
export function readPassage(passage: Passage, analyser: Analyser): Read {
  const known = reads.get(passage);
  if (known !== undefined) return known;
  const wordsOf = (text: string) => {
    const { tokens, concepts } = analyser.read(text);
    return new Set([...tokens.flatMap(({ kind, stem }) => (kind === 'content' ? [stem] : [])), ...concepts.map(({ id }) => `c:${id}`)]);
  };
  const labels = passage.path.map(({ label }) => label);
  const made = {
    text: plain(passage.text),
    title: wordsOf(`${UNTITLED.test(passage.title) ? '' : passage.title} ${labels.join(' ')}`),
    cases: labels.filter((label) => !GENERAL.test(label)).map(wordsOf),
  };
  reads.set(passage, made);
  return made;
}
