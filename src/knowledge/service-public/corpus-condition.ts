import type { Block } from '../../contract/index.js';
import { childNamed, elementsOf, type TreeElement } from './node.js';

/** Alternatives, each a set of atoms that must all hold. */
type Alternatives = readonly (readonly string[])[];

/**
 * The condition of an element (`Condition`) over the variables that guided searches set, as alternatives of conjunctions; undefined without one.
 *
 * `estVrai` holds when somebody chose so, `estIndefini` while nobody was asked. The two of one variable side by side say « unless it is excluded »,
 * which is what the corpus writes around the words for everybody.
 *
 * ou(estVrai T1, estVrai T2) → "T1=yes or T2=yes"; ou(estVrai T1, estIndefini T1) → "T1!=no"
 */
export function conditionOf(node: TreeElement): string | undefined {
  const condition = childNamed(node, 'Condition');
  const [root] = condition === undefined ? [] : elementsOf(condition);
  const alternatives = root === undefined ? [] : simplified(alternativesOf(root));
  return alternatives.length === 0 ? undefined : alternatives.map((atoms) => atoms.join(' and ')).join(' or ');
}

function alternativesOf(node: TreeElement): Alternatives {
  const variable = node.attributes['var'];
  if (node.name === 'estVrai') return VARIABLE.test(variable ?? '') ? [[`${variable}=yes`]] : [];
  if (node.name === 'estIndefini') return VARIABLE.test(variable ?? '') ? [[`${variable}=unset`]] : [];
  const parts = elementsOf(node).map((part) => simplified(alternativesOf(part)));
  if (node.name === 'ou') return parts.flat();
  if (node.name !== 'et' || parts.length === 0) return [];
  return parts.reduce((all, part) => all.flatMap((atoms) => part.map((more) => [...new Set([...atoms, ...more])])));
}
const VARIABLE = /^T\d+$/;

/** « Chosen » beside « not asked » is « not excluded »; an alternative that asks for more than another adds nothing. */
function simplified(alternatives: Alternatives): Alternatives {
  const alone = new Set(alternatives.flatMap((atoms) => (atoms.length === 1 ? atoms : [])));
  const merged = alternatives.map((atoms) => {
    const variable = atoms.length === 1 ? /^(T\d+)=(?:yes|unset)$/.exec(atoms[0]!)?.[1] : undefined;
    return variable !== undefined && alone.has(`${variable}=yes`) && alone.has(`${variable}=unset`) ? [`${variable}!=no`] : atoms;
  });
  return merged.filter(
    (atoms, at) =>
      !merged.some((other, i) => i !== at && other.every((atom) => atoms.includes(atom)) && (other.length < atoms.length || i < at)),
  );
}

/** Both conditions at once. */
const both = (outer: string, inner: string | undefined): string =>
  inner === undefined || inner === outer
    ? outer
    : outer
        .split(' or ')
        .flatMap((one) => inner.split(' or ').map((other) => [...new Set([...one.split(' and '), ...other.split(' and ')])].join(' and ')))
        .join(' or ');

/** Blocks that hold only under the condition of the element that they stand in. */
export const conditioned = (node: TreeElement, blocks: Block[]): Block[] => underCondition(conditionOf(node), blocks);

export function underCondition(when: string | undefined, blocks: Block[]): Block[] {
  return when === undefined ? blocks : blocks.map(({ when: inner, ...block }) => ({ when: both(when, inner), ...block }) as Block);
}
