import type { Block, Inline } from '../contract/index.js';
import type { Analyser, Analysis } from '../language/index.js';
import { textOfBlock, textOfBlocks, textOfInlines, type Passage } from '../matching/index.js';
import { plain } from './answer-look.js';
import { sentencesOf } from './sentences.js';

/** The least that is shown or left out: a sentence, an item of a list, a row of a table, a card. */
export interface Unit {
  text: string;
  /** As `answer-look` reads it. */
  plain: string;
  /** Stems and concepts (« c:passeport »). */
  words: ReadonlySet<string>;
  /** The unit that introduces it: the sentence before a list, the caption of a table, the bold line above. */
  lead?: number;
  /** Shown elsewhere on screen, whole. */
  card: boolean;
  /** Says that the answer is another for each: the cases themselves say it. */
  depends: boolean;
  /** How much longer than most, on a scale of doublings: a longer sentence holds more words by chance. */
  long: number;
  /** What a row's columns are called. */
  head: ReadonlySet<string>;
}
interface Plain {
  text: string;
  lead?: number;
  card?: boolean;
  head?: string;
}

/** As long as somebody holds the passage, which belongs to one article of one snapshot. */
const read = new WeakMap<Passage, readonly Unit[]>();
const DEPENDS = /\b(?:depend(?:ent)?|vari(?:e|ent)|differe(?:nt)?) (?:de|du|des|d'|selon|suivant|en fonction)/u;
const TYPICAL_LENGTH = 160;
const NONE: ReadonlySet<string> = new Set();

/** Stems and concepts (« c:passeport ») of what was read. */
export function wordsIn({ tokens, concepts }: Pick<Analysis, 'tokens' | 'concepts'>): ReadonlySet<string> {
  const words = tokens.flatMap(({ kind, stem }) => (kind === 'function' ? [] : [stem]));
  return new Set([...words, ...concepts.map(({ id }) => `c:${id}`)]);
}

/** The units of a passage in the order they are read, numbered from 0. */
export function unitsOf(passage: Passage, analyser: Analyser): readonly Unit[] {
  const known = read.get(passage);
  if (known !== undefined) return known;
  const wordsOf = (text: string) => wordsIn(analyser.read(text));
  const heads = new Map<string, ReadonlySet<string>>();
  const headOf = (head: string) => heads.get(head) ?? heads.set(head, wordsOf(head)).get(head)!;
  const units = plainUnits(passage.blocks).map(({ text, lead, card, head }): Unit => ({
    text,
    plain: plain(text),
    words: wordsOf(text),
    ...(lead !== undefined && { lead }),
    card: card === true,
    depends: DEPENDS.test(plain(text)),
    long: Math.max(0, Math.log2(text.length / TYPICAL_LENGTH)),
    head: head === undefined ? NONE : headOf(head),
  }));
  read.set(passage, units);
  return units;
}

/** By word: the units of a passage that hold it, themselves and in what their columns are called. */
export interface Holders {
  words: ReadonlyMap<string, readonly number[]>;
  heads: ReadonlyMap<string, readonly number[]>;
}
const held = new WeakMap<Passage, Holders>();

/** One look-up a word tells what one in the words of each unit would. */
export function holdersIn(passage: Passage, analyser: Analyser): Holders {
  const known = held.get(passage);
  if (known !== undefined) return known;
  const units = unitsOf(passage, analyser);
  const holders = { words: byWord(units, ({ words }) => words), heads: byWord(units, ({ head }) => head) };
  held.set(passage, holders);
  return holders;
}

function byWord(units: readonly Unit[], wordsOf: (unit: Unit) => ReadonlySet<string>): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  units.forEach((unit, at) => {
    for (const word of wordsOf(unit)) {
      const before = holders.get(word);
      if (before) before.push(at);
      else holders.set(word, [at]);
    }
  });
  return holders;
}

const isBold = (block: Block): boolean =>
  block.type === 'paragraph' && block.inlines.length > 0 && block.inlines.every(({ type }) => type === 'strong');
const isCard = ({ type }: Block): boolean => type === 'service' || type === 'contact' || type === 'link';

function plainUnits(blocks: readonly Block[], units: Plain[] = [], above?: number): Plain[] {
  let heading = above;
  let before: number | undefined;
  const add = (text: string, lead: number | undefined, more: Partial<Plain> = {}) =>
    void units.push({ text, ...(lead !== undefined && { lead }), ...more });
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        if (isBold(block)) {
          add(textOfBlock(block), above);
          heading = before = units.length - 1;
        } else {
          const text = textOfInlines(block.inlines);
          for (const [from, to] of sentencesOf(text)) add(text.slice(from, to), heading);
          before = units.length - 1;
        }
        break;
      case 'list':
        for (const item of block.items) add(textOfBlocks(item), before ?? heading);
        break;
      case 'table': {
        const head = block.head.map(textOfInlines).join(' ');
        for (const row of block.rows) add(row.map(textOfInlines).join(' : '), before ?? heading, { head });
        break;
      }
      case 'callout':
        plainUnits(block.blocks, units, heading);
        break;
      default:
        add(textOfBlock(block), heading, { card: isCard(block) });
    }
  }
  return units;
}

/** The blocks of a passage with some of its units alone; a list or a table keeps its form, a paragraph its styles and links. */
export function onlyUnits(blocks: readonly Block[], taken: ReadonlySet<number>): Block[] {
  return pick(blocks, taken, { at: 0 });
}

function pick(blocks: readonly Block[], taken: ReadonlySet<number>, count: { at: number }): Block[] {
  const next = () => taken.has(count.at++);
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph': {
        if (isBold(block)) return next() ? [block] : [];
        const kept = sentencesOf(textOfInlines(block.inlines)).filter(next);
        return kept.length === 0 ? [] : [{ ...block, inlines: kept.flatMap(([from, to], at) => cut(block.inlines, from, to, at > 0)) }];
      }
      case 'list': {
        const items = block.items.filter(next);
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case 'table': {
        const rows = block.rows.filter(next);
        return rows.length === 0 ? [] : [{ ...block, rows }];
      }
      case 'callout': {
        const inside = pick(block.blocks, taken, count);
        return inside.length === 0 ? [] : [{ ...block, blocks: inside }];
      }
      default:
        return next() ? [block] : [];
    }
  });
}

/** The inlines between two places of their text, parted from what stands before by a space. */
function cut(inlines: readonly Inline[], from: number, to: number, parted: boolean): Inline[] {
  const kept: Inline[] = parted ? [{ type: 'text', text: ' ' }] : [];
  let at = 0;
  for (const inline of inlines) {
    const text = inline.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') kept.push({ ...inline, text });
    at += inline.text.length;
  }
  return kept;
}
