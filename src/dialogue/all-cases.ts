import type { Article, Block } from '../contract/index.js';
import { branchFor } from './cases.js';
import { paragraph } from './compose.js';
import { forPerson, judge, judgeCase } from './conditions.js';
import type { Texts } from './texts.js';

/** What is known, and the branch that was picked. */
interface Settled {
  facts: Readonly<Record<string, string>>;
  under: readonly number[];
}

/** The article with one section laid out for somebody who does not know. */
export const withAllCases = (article: Article, at: number, settled: Settled, texts: Texts): Article => ({
  ...article,
  sections: article.sections.map((section, i) => (i === at ? { ...section, blocks: allCases(section.blocks, settled, texts) } : section)),
});

/**
 * A section for somebody who does not know which case is theirs: what was picked or is known stays settled, and from there on every case that may
 * hold is shown. « Je ne sais pas » to the third question takes back no answer to the first two.
 */
function allCases(blocks: readonly Block[], { facts, under }: Settled, texts: Texts): Block[] {
  const labels: string[] = [];
  const lay = (inside: readonly Block[], picked: readonly number[]): Block[] => {
    let nth = -1;
    return inside.flatMap((block): Block[] => {
      if (block.type !== 'cases') return forPerson([block], facts);
      nth++;
      if (judge(block.when, facts) === 'false') return [];
      const chosen = picked[0] === nth && picked[1] !== undefined ? block.cases[picked[1]] : undefined;
      const branch = chosen ?? branchFor(block, facts);
      if (branch) {
        labels.push(branch.label);
        return lay(branch.blocks, chosen ? picked.slice(2) : []);
      }
      const left = block.cases.filter((each) => judgeCase(each, facts) !== 'false');
      return [{ ...block, cases: left.length > 0 ? left : block.cases }];
    });
  };
  const shown = lay(blocks, under);
  return labels.length > 0 ? [paragraph(`${texts.factOf}${labels.join(' › ')}.`), ...shown] : shown;
}
