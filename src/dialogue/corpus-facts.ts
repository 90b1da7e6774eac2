import type { Article, Block } from '../contract/index.js';
import { factsOfBranch } from './cases.js';
import type { Memory } from './turn.js';

type Facts = Record<string, string>;

/**
 * What counts as known while an article is shown: what was said of oneself, and what was told for this article alone. The corpus gives one variable to
 * different statements (a valid passport in one search is a valid card in another), so those hold where they were told and nowhere else.
 */
export const factsFor = ({ facts, here }: Memory, article: string): Facts =>
  here?.article === article ? { ...facts, ...here.facts } : facts;

/** What is known once a branch of a section was picked. */
export function afterPick(
  memory: Memory,
  article: Article,
  { section, path }: { section: number; path: readonly number[] | 'all' },
): Memory {
  const blocks = article.sections[section]?.blocks;
  if (blocks === undefined || path === 'all') return memory;
  const before = memory.here?.article === article.id ? memory.here.facts : {};
  const here = { article: article.id, facts: { ...before, ...toldByBranch(blocks, path) } };
  return { ...memory, facts: { ...memory.facts, ...factsOfBranch(blocks, path) }, ...(Object.keys(here.facts).length > 0 && { here }) };
}

/** What picking a branch tells about the corpus' variables, for the article that it stands in: those that it asks for, and that its neighbours' do not hold. */
function toldByBranch(blocks: readonly Block[], path: readonly number[]): Facts {
  const facts: Facts = {};
  let inside = blocks;
  for (let step = 0; step + 1 < path.length; step += 2) {
    const cases = inside.filter((block) => block.type === 'cases')[path[step]!]?.cases ?? [];
    const branch = cases[path[step + 1]!];
    if (!branch) break;
    for (const { when } of cases) for (const variable of chosenIn(when)) facts[variable] ??= 'no';
    for (const variable of chosenIn(branch.when)) facts[variable] = 'yes';
    inside = branch.blocks;
  }
  return facts;
}

/** The variables that a condition of one alternative wants chosen; of several, nobody knows which. */
const chosenIn = (when: string | undefined): string[] =>
  when === undefined || when.includes(' or ') ? [] : when.split(' and ').flatMap((atom) => /^(T\d+)=yes$/.exec(atom)?.[1] ?? []);
