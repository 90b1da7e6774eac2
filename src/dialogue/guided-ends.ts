import type { Article, Block, Case, Facet } from '../contract/index.js';
import { variablesOf } from './conditions.js';

type Link = Extract<Block, { type: 'link' }>;
/** The variables that what is shown of an article depends on, by its id. */
export type Tested = (article: string) => ReadonlySet<string>;

/** The ends that these branches lead to, each once. */
export function endsIn(cases: readonly Case[]): Link[] {
  const ends = new Map<string, Link>();
  for (const { blocks } of cases) for (const link of linksIn(blocks)) if (!ends.has(placeOf(link))) ends.set(placeOf(link), link);
  return [...ends.values()];
}
const placeOf = ({ article, url }: Link): string => article ?? url ?? '';
const linksIn = (blocks: readonly Block[]): Link[] =>
  blocks.flatMap((block) =>
    block.type === 'link' ? [block] : block.type === 'cases' ? block.cases.flatMap((each) => linksIn(each.blocks)) : [],
  );

/** Whether it makes a difference which branch is taken: for where one is led, or for what is shown there. */
export function matters(cases: readonly Case[], tested: Tested): boolean {
  const differ = (of: (branch: Case) => string[]) => new Set(cases.map((branch) => [...new Set(of(branch))].sort().join(' '))).size > 1;
  return differ(({ blocks }) => linksIn(blocks).map(placeOf)) || differ((branch) => outcomes(branch, [], tested));
}

/** Every end of a branch with what was told on the way to it, as far as that counts there. */
function outcomes({ if: condition, sets = [], blocks }: Case, before: readonly string[], tested: Tested): string[] {
  const told = [...before, ...sets.map((variable) => variable.replace('here:', '')), ...(condition === undefined ? [] : [condition])];
  return blocks.flatMap((block): string[] => {
    if (block.type === 'cases') return block.cases.flatMap((inner) => outcomes(inner, told, tested));
    if (block.type !== 'link') return [];
    const counts = block.article === undefined ? undefined : tested(block.article);
    const telling = told.filter((each) => counts && (counts.has(each) || variablesOf(each).some((variable) => counts.has(variable))));
    return [`${placeOf(block)}(${[...new Set(telling)].sort().join('&')})`];
  });
}

/** The variables that an article's branches and conditioned blocks test: those of the facet asked for, where it has such a section. */
export function testedIn({ sections }: Article, facet: Facet | undefined): Set<string> {
  const asked = sections.filter((section) => section.facet !== undefined && section.facet === facet);
  return new Set((asked.length > 0 ? asked : sections).flatMap(({ blocks }) => conditionsIn(blocks)).flatMap(variablesOf));
}

const conditionsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    const own = block.when === undefined ? [] : [block.when];
    if (block.type === 'list') return [...own, ...block.items.flatMap(conditionsIn)];
    if (block.type === 'callout') return [...own, ...conditionsIn(block.blocks)];
    if (block.type !== 'cases') return own;
    return [
      ...own,
      ...block.cases.flatMap(({ if: condition, when, blocks: inside }) => [condition ?? [], when ?? [], conditionsIn(inside)].flat()),
    ];
  });
