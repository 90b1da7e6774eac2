import type { Section } from '../../contract/index.js';
import { textOfBlocks } from '../../matching/index.js';

const MOST = 400;

/** An answer such as « Non. » says too little alone. */
const TOO_SHORT = 60;
/** Descriptions were cut at about this length; a shorter one without a full stop only lacks the stop. */
const CUT_AT = 140;

/**
 * One to three whole sentences that already answer. The page's description is its beginning, in some pages cut within a sentence: that
 * sentence goes, and where nothing else stands the text of the page says it in full.
 */
export function summaryOf(description: string, sections: readonly Section[]): string {
  const own = (sections[0]?.blocks ?? []).filter(({ type }) => type === 'paragraph' || type === 'list');
  const beginning = whole(textOfBlocks(own));
  const said = whole(description) || (description.length < CUT_AT ? ended(description) : '');
  if (said.length < TOO_SHORT && beginning.length > said.length) return beginning;
  return said || beginning || shortened(description || (sections[0]?.title ?? ''));
}

const ended = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

/** The first sentences of a text, up to 400 characters; a sentence without an end is none. */
export function whole(text: string): string {
  let kept = '';
  for (const sentence of sentencesOf(text.replace(/\s*(?:\.\.\.|…)$/, ''))) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (longer.length > MOST) break;
    kept = longer;
  }
  return kept;
}

/** A sentence ends on a mark before a blank and a capital; « M. », « art. 5 » and « 1. » end none. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const found of text.matchAll(/[.!?](?=\s+["«(]?\s?[\p{Lu}\d]|\s*$)/gu)) {
    const sentence = text.slice(from, found.index + 1).trim();
    if (/(?:^|[\s('’])(?:\p{L}|art|cf|etc|max|min|env|Mme|Dr)\.$/u.test(sentence) && found.index + 1 < text.trimEnd().length) continue;
    sentences.push(sentence);
    from = found.index + 1;
  }
  return sentences;
}

function shortened(text: string): string {
  const cut = text.replace(/\s*(?:\.\.\.|…)$/, '');
  if (cut.length < MOST) return `${cut.replace(/[\s,;:]+$/, '')}…`;
  return `${cut.slice(0, MOST - 1).replace(/\s+\S*$/, '')}…`;
}
