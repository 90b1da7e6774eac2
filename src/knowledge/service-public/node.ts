/** One node of the DILA tree, whether it was read from XML or from its JSON form. A string is text. */
export type TreeNode = TreeElement | string;
export interface TreeElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: TreeNode[];
}

export const isElement = (node: TreeNode): node is TreeElement => typeof node !== 'string';
export const elementsOf = (node: TreeElement): TreeElement[] => node.children.filter(isElement);
export const childrenNamed = (node: TreeElement | undefined, name: string): TreeElement[] =>
  node === undefined ? [] : elementsOf(node).filter((child) => child.name === name);
export const childNamed = (node: TreeElement | undefined, name: string): TreeElement | undefined =>
  node === undefined ? undefined : elementsOf(node).find((child) => child.name === name);

/** A no-break space stays one (« 86 € »); any other run of blanks is one space. */
export const tidy = (text: string): string =>
  text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?([\u00a0\u202f]) ?/g, '$1')
    .trim();

/** The plain text of a node: elements side by side are words of their own, but for what stands above or below the line (« 1er », « m³ »). */
export function textOf(node: TreeNode | undefined): string {
  return node === undefined ? '' : tidy(rawText(node));
}

function rawText(node: TreeNode): string {
  if (!isElement(node)) return node;
  return node.children.reduce<string>((text, child, at) => {
    const before = node.children[at - 1];
    return `${text}${before !== undefined && needsSpace(before, child) ? ' ' : ''}${rawText(child)}`;
  }, '');
}

const RAISED = new Set(['Exposant', 'Indice']);

/** The JSON form lost the blanks between two elements: « 100 € » « 280 € » stood apart. */
export const needsSpace = (before: TreeNode, after: TreeNode): boolean =>
  isElement(before) && isElement(after) && !RAISED.has(before.name) && !RAISED.has(after.name);

/** The title of an element, which is text directly or wrapped in a paragraph. */
export const titleOf = (node: TreeElement): string => textOf(childNamed(node, 'Titre'));
