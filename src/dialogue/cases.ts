import type { Block, Case } from '../contract/index.js';
import { forPerson, judge, judgeCase } from './conditions.js';

/** Cases that cannot be settled by what is known: the question to ask and the branches that remain. */
export interface Open {
  title: string;
  branches: { label: string; path: number[]; blocks: readonly Block[] }[];
  /** Some branch has a condition that what citizens say of themselves can settle. */
  conditional: boolean;
}
export interface Settled {
  blocks: Block[];
  /** Labels of the branches taken, outermost first. */
  path: string[];
  open?: Open;
}
type Facts = Readonly<Record<string, string>>;
type CasesBlock = Extract<Block, { type: 'cases' }>;

/**
 * A section as it reads for one person: branches that are false go, a branch that is true opens, and the first cases that several branches may
 * still answer stay open and are asked about. `picked` is the path of a branch chosen by button: indices of cases and branches in turn.
 *
 * facts {age: "8"} : « Majeur » goes, « Mineur » opens, path ["Mineur"]
 */
export function settle(blocks: readonly Block[], facts: Facts, picked: readonly number[] = [], at: readonly number[] = []): Settled {
  const settled: Settled = { blocks: [], path: [] };
  let nth = -1;
  for (const block of blocks) {
    if (block.type !== 'cases') {
      settled.blocks.push(...forPerson([block], facts));
      continue;
    }
    // Counted before it is left out: the path of a button says the place among all.
    nth++;
    if (judge(block.when, facts) === 'false') continue;
    const here = [...at, nth];
    const chosen = picked[0] === nth && picked[1] !== undefined ? block.cases[picked[1]] : branchFor(block, facts);
    if (chosen) {
      const inner = settle(chosen.blocks, facts, picked[0] === nth ? picked.slice(2) : [], [...here, block.cases.indexOf(chosen)]);
      settled.blocks.push(...inner.blocks);
      settled.path.push(chosen.label, ...inner.path);
      settled.open ??= inner.open;
    } else {
      const all = block.cases.map((branch, i) => ({
        label: branch.label,
        path: [...here, i],
        blocks: branch.blocks,
        ruledOut: judgeCase(branch, facts) === 'false',
      }));
      const left = all.filter(({ ruledOut }) => !ruledOut);
      // Cases that leave no room for this person do not say what holds then: better ask than say nothing.
      const branches = (left.length > 0 ? left : all).map(({ label, path, blocks: inside }) => ({ label, path, blocks: inside }));
      if (branches.length > 1)
        settled.open ??= { title: block.title, branches, conditional: block.cases.some((branch) => branch.if !== undefined) };
    }
  }
  return settled;
}

/** The one branch that holds: true, or the last that is not false. */
export function branchFor({ cases }: CasesBlock, facts: Facts): Case | undefined {
  const verdicts = cases.map((branch) => judgeCase(branch, facts));
  const held = cases.filter((_, i) => verdicts[i] === 'true');
  if (held.length > 0) return held[0];
  const left = cases.filter((_, i) => verdicts[i] !== 'false');
  return left.length === 1 && cases.length > 1 ? left[0] : undefined;
}

/** What picking a branch tells about oneself. */
export function factsOfBranch(blocks: readonly Block[], path: readonly number[]): Record<string, string> {
  const facts: Record<string, string> = {};
  let inside = blocks;
  for (let step = 0; step + 1 < path.length; step += 2) {
    const branch = inside.filter((block): block is CasesBlock => block.type === 'cases')[path[step]!]?.cases[path[step + 1]!];
    if (!branch) break;
    Object.assign(facts, factsOf(branch.if));
    inside = branch.blocks;
  }
  return facts;
}

/** What holds of a person for whom a condition is true. */
export function factsOf(condition: string | undefined): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const part of (condition ?? '').split(/\s+and\s+/)) {
    const equal = /^\s*([a-z-]+)=([a-z-]+)\s*$/.exec(part);
    if (equal) facts[equal[1]!] = equal[2]!;
    if (/^\s*age\s*(?:<\s*18|<=\s*17)\s*$/.test(part)) facts['age'] = 'minor';
    if (/^\s*age\s*(?:>=\s*18|>\s*17)\s*$/.test(part)) facts['age'] = 'adult';
  }
  return facts;
}
