import type { Section } from '../../contract/index.js';
import { textOfBlocks } from '../../matching/index.js';
import { shortened, whole } from '../first-sentences.js';

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
