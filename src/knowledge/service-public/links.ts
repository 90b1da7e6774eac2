import type { Block, Section } from '../../contract/index.js';
import { safeUrl } from './addresses.js';
import { childNamed, childrenNamed, textOf, type TreeElement } from './node.js';

/** The links that a page consists of when it has no body. */
export function linkSections(root: TreeElement): Section[] {
  const blocks = childrenNamed(root, 'LienExterneCommente').flatMap((node): Block[] => {
    const link = childNamed(node, 'LienExterne');
    const url = safeUrl(link?.attributes['URL']);
    const title = textOf(link);
    const source = textOf(childNamed(node, 'Source'));
    if (url === undefined || title === '') return [];
    return [{ type: 'link', title: source === '' ? title : `${title} (${source})`, url }];
  });
  return blocks.length === 0 ? [] : [{ facet: 'online', title: 'Sites officiels', blocks }];
}
