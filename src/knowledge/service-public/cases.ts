import type { Block, Case } from '../../contract/index.js';
import { blocksOf, heading, MOST_DEEP } from './blocks.js';
import { childNamed, childrenNamed, textOf, type TreeElement } from './node.js';
import type { Page } from './page.js';
import { conditionOf, underCondition } from './corpus-condition.js';
import { conditionsOf } from './situation-condition.js';

/** A choice between cases. A lone case is no choice, and one below the fourth level is not asked about: its label is a bold line above it. */
export function casesOf(node: TreeElement, page: Page, depth: number): Block[] {
  const deep = depth >= MOST_DEEP;
  const cases = childrenNamed(node, 'Cas')
    .map((each): Case => caseOf(each, blocksOf(each.children, page, deep ? depth : depth + 1)))
    .filter(({ blocks }) => blocks.length > 0);
  return deep ? spelledOut(cases) : choice(cases);
}

export const caseOf = (node: TreeElement, blocks: Block[]): Case => {
  const when = conditionOf(node);
  return { label: labelOf(node), ...(when !== undefined && { when }), blocks };
};
export const labelOf = (node: TreeElement): string => textOf(childNamed(node, 'Titre')) || 'Autre situation';

export function choice(cases: readonly Case[]): Block[] {
  if (cases.length < 2) return spelledOut(cases);
  const conditions = conditionsOf(cases.map(({ label }) => label));
  return [
    {
      type: 'cases',
      title: '',
      cases: cases.map((each, at) => (conditions[at] === undefined ? each : { ...each, if: conditions[at] })),
    },
  ];
}

const spelledOut = (cases: readonly Case[]): Block[] =>
  cases.flatMap(({ label, when, blocks }) => underCondition(when, [...heading(label), ...blocks]));
