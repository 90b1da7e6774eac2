import type { Section } from '../../contract/index.js';
import { textOfBlocks } from '../../matching/index.js';
import { childNamed, childrenNamed, textOf, titleOf, type TreeElement } from './node.js';

const LONGEST = 120;

/** The abbreviations that the text uses, with their long forms: people ask by either. The page defines others, for what it links to. */
export function abbreviationsOf(root: TreeElement, sections: readonly Section[]): string[] {
  const text = sections.map(({ title, blocks }) => `${title} ${textOfBlocks(blocks)}`).join(' ');
  const words = new Set(text.split(/[^\p{L}\p{N}-]+/u));
  return childrenNamed(root, 'Abreviation').flatMap((node) => {
    const short = titleOf(node);
    const long = textOf(childNamed(node, 'Texte'));
    return words.has(short) && long !== '' && long.length <= LONGEST ? [`${short} : ${long}`] : [];
  });
}
