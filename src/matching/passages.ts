import { wordHash, type Analyser } from '../language/index.js';
import type { Article, Block, Facet } from '../contract/index.js';
import { textOfBlocks } from './block-text.js';

/** A branch of cases on the way to a passage: the passage holds only for those people. */
export interface Step {
  /** The question the cases ask ("Quel âge a la personne ?"). */
  title: string;
  label: string;
  if?: string;
}
/** A part of an article that can be shown alone, always with its path of cases. */
export interface Passage {
  section: number;
  facet?: Facet;
  title: string;
  path: Step[];
  /** Indices of the cases and branches that lead to it. */
  at: number[];
  blocks: Block[];
  /** Its title, labels and blocks as they read. */
  text: string;
}

/**
 * The passages of an article: each section without its cases, then each branch of its cases, down to the deepest. A section's own text and a
 * branch's are apart, since one answers everybody and the other only some.
 */
export function passagesOf(article: Article): readonly Passage[] {
  const known = walked.get(article);
  if (known !== undefined) return known;
  const passages: Passage[] = [];
  walked.set(article, passages);
  article.sections.forEach(({ facet, title, blocks }, section) => {
    const walk = (inside: readonly Block[], path: Step[], at: number[]): void => {
      const own = inside.filter(({ type }) => type !== 'cases');
      const text = textOfBlocks(own);
      const labels = path.map(({ label }) => label).join(' ');
      if (text) passages.push({ section, ...(facet && { facet }), title, path, at, blocks: own, text: `${title} ${labels} ${text}` });
      let nth = -1;
      for (const block of inside) {
        if (block.type !== 'cases') continue;
        nth++;
        block.cases.forEach(({ label, if: condition, blocks: branch }, i) =>
          walk(branch, [...path, { title: block.title, label, ...(condition !== undefined && { if: condition }) }], [...at, nth, i]),
        );
      }
    };
    walk(blocks, [], []);
  });
  return passages;
}

/** As long as somebody holds the article: the same few are asked about all day. */
const walked = new WeakMap<Article, readonly Passage[]>();

/** The words of every passage of every article, as sorted runs of numbers: which passage of an article speaks of what is asked. */
export class PassageWords {
  /** By article: its first passage. By passage: its first word. */
  private readonly passages: Int32Array;
  private readonly starts: Int32Array;
  private readonly words: Int32Array;

  constructor(articles: readonly Article[], analyser: Analyser) {
    const passages = [0];
    const runs: Int32Array[] = [];
    for (const article of articles) {
      for (const passage of passagesOf(article)) runs.push(wordsOf(passage, analyser));
      passages.push(runs.length);
    }
    this.passages = Int32Array.from(passages);
    this.starts = new Int32Array(runs.length + 1);
    runs.forEach(({ length }, run) => (this.starts[run + 1] = this.starts[run]! + length));
    this.words = new Int32Array(this.starts[runs.length]!);
    runs.forEach((run, at) => this.words.set(run, this.starts[at]));
  }

  /** Which passages of the article at `place` hold a stem or a concept in their title, their labels or their text. */
  holders(place: number, stem: string): number[] {
    const wanted = wordHash(stem);
    const first = this.passages[place]!;
    const holders: number[] = [];
    for (let run = first; run < this.passages[place + 1]!; run++) if (this.runHolds(run, wanted)) holders.push(run - first);
    return holders;
  }

  private runHolds(run: number, wanted: number): boolean {
    let low = this.starts[run]!;
    let high = this.starts[run + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const word = this.words[middle]!;
      if (word === wanted) return true;
      if (word < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** Whether any passage of the article does. */
  anyHolds(place: number, stem: string): boolean {
    const wanted = wordHash(stem);
    for (let run = this.passages[place]!; run < this.passages[place + 1]!; run++) if (this.runHolds(run, wanted)) return true;
    return false;
  }
}

/** Stems and concepts (« c:passeport »). */
function wordsOf({ text }: Passage, analyser: Analyser): Int32Array {
  const { tokens, concepts } = analyser.read(text);
  const words = new Set(tokens.flatMap(({ kind, stem }) => (kind === 'function' ? [] : [wordHash(stem)])));
  for (const { id } of concepts) words.add(wordHash(`c:${id}`));
  return Int32Array.from(words).sort();
}
