import type { Article, Block, Choice } from '../contract/index.js';
import { textOfBlocks, type Snapshot } from '../matching/index.js';
import { settle, type Settled } from './cases.js';
import { choiceId } from './choices.js';
import { excerptOf, ROOM } from './excerpt.js';
import type { Part } from './passage-choice.js';
import type { Found } from './passage-search.js';
import { isCard, shorten } from './shorten.js';
import type { Texts } from './texts.js';

export interface Showing {
  article: Article;
  part: Part;
  /** What answers the second of two questions, see `two-sides`. */
  also?: Part;
  facts: Readonly<Record<string, string>>;
  /** A branch picked by button, or all of them. */
  picked?: readonly number[] | 'all';
  /** The whole section rather than its beginning. */
  whole?: boolean;
  /** How many characters it may take; as many as an answer otherwise. */
  room?: number;
}
const MOST_TEXT = 600;
const MOST_WHOLE = 4000;
/** Each of two parts: both together stay below what counts as a passage. */
export const MOST_SIDE = 400;

export const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text }] });
export const heading = (text: string): Block => ({ type: 'paragraph', inlines: [{ type: 'strong', text }] });

export type SectionPart = Extract<Part, { type: 'section' }>;
/** One part of an article as it is shown: its blocks, their text, the case that is still open and the buttons for it or for the rest. */
export interface Shown {
  blocks: Block[];
  text: string;
  question: Block[];
  asks: Choice[];
}
export function showSummary(article: Article): Shown {
  return { blocks: [paragraph(article.summary)], text: article.summary, question: [], asks: [] };
}

export function showSection(snapshot: Snapshot, { article, facts, picked, whole, room }: Showing, part: SectionPart, texts: Texts): Shown {
  const { section, found } = part;
  const { blocks } = article.sections[section]!;
  const taken = picked ?? part.at;
  const settled: Settled = taken === 'all' ? { blocks: [...blocks], path: [] } : settle(blocks, facts, taken);
  const open = settled.open;
  const pathOf = (labels: readonly string[]) => (labels.length > 0 ? [paragraph(`${texts.factOf}${labels.join(' › ')}.`)] : []);
  const { blocks: shown, cut } =
    found !== undefined && picked === undefined && !whole
      ? showFound(snapshot, { article, part, room: room ?? ROOM.all }, found, pathOf)
      : showBeginning(settled, taken === 'all', whole === true || taken === 'all' ? MOST_WHOLE : (room ?? MOST_TEXT), pathOf);
  const question = open ? [paragraph(open.title || texts.whichSituation)] : [];
  const asks: Choice[] = open
    ? [
        ...open.branches.map(({ label, path: to }) => ({ id: choiceId({ type: 'case', article: article.id, section, path: to }), label })),
        { id: choiceId({ type: 'case', article: article.id, section, path: 'all' }), label: texts.dontKnow },
      ]
    : cut
      ? [{ id: choiceId({ type: 'more', article: article.id, section }), label: texts.readMore }]
      : [];
  return { blocks: shown, text: textOfBlocks(shown), question, asks };
}

type PathOf = (labels: readonly string[]) => Block[];

function showBeginning({ blocks, path }: Settled, all: boolean, most: number, pathOf: PathOf): { blocks: Block[]; cut: boolean } {
  if (all) return { blocks: blocks.filter((block) => !isCard(block)), cut: false };
  const { blocks: kept, cut } = shorten(blocks, most);
  return { blocks: [...pathOf(path), ...kept], cut };
}

/** The excerpts that answer, those of the section first, each under its path of cases and, when of another section, its title. */
function showFound(
  { engine }: Snapshot,
  { article, part: { section }, room: all }: { article: Article; part: SectionPart; room: number },
  found: readonly Found[],
  pathOf: PathOf,
): { blocks: Block[]; cut: boolean } {
  const blocks: Block[] = [];
  let cut = false;
  let left = all;
  found.forEach((one, nth) => {
    const { passage } = one;
    const title = passage.section === section ? [] : [heading(article.sections[passage.section]!.title)];
    const above = [...title, ...pathOf(passage.path.map(({ label }) => label))];
    const room = roomFor(nth, found.length, all - left) - textOfBlocks(above).length;
    const excerpt = excerptOf(one, Math.min(room, left), engine.analyser);
    const size = textOfBlocks([...above, ...excerpt.blocks]).length;
    if (nth > 0 && size > left) return;
    left -= size;
    cut ||= excerpt.cut || passage.at.length > 0;
    blocks.push(...above, ...excerpt.blocks);
  });
  return { blocks, cut };
}

/** The last of several takes what those before it left of the room that they share. */
function roomFor(nth: number, count: number, used: number): number {
  const own = count === 1 ? ROOM.alone : nth === 0 ? ROOM.first : ROOM.next;
  return nth > 0 && nth === count - 1 ? Math.max(own, ROOM.shared - used) : own;
}
