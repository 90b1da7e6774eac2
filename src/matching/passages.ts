import type { Analyser } from '../language/index.js';
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
  blocks: Block[];
  text: string;
  /** Stems of its title, labels and text. */
  stems: ReadonlySet<string>;
}

/**
 * The passages of an article: each section without its cases, then each branch of its cases, down to the deepest. A section's own text and a
 * branch's are apart, since one answers everybody and the other only some.
 */
export function passagesOf(article: Article, analyser: Analyser): Passage[] {
  const passages: Passage[] = [];
  article.sections.forEach(({ facet, title, blocks }, section) => {
    const walk = (inside: readonly Block[], path: Step[]): void => {
      const own = inside.filter(({ type }) => type !== 'cases');
      const text = textOfBlocks(own);
      if (text) {
        const words = `${title} ${path.map(({ label }) => label).join(' ')} ${text}`;
        const stems = new Set(
          analyser
            .analyse(words)
            .tokens.filter(({ kind }) => kind !== 'function')
            .map(({ stem }) => stem),
        );
        passages.push({ section, ...(facet && { facet }), title, path, blocks: own, text, stems });
      }
      for (const block of inside) {
        if (block.type !== 'cases') continue;
        for (const { label, if: condition, blocks: branch } of block.cases) {
          walk(branch, [...path, { title: block.title, label, ...(condition !== undefined && { if: condition }) }]);
        }
      }
    };
    walk(blocks, []);
  });
  return passages;
}
