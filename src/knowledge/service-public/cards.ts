import type { Block } from '../../contract/index.js';
import { safeUrl } from './addresses.js';
import { childNamed, childrenNamed, elementsOf, isElement, textOf, titleOf, type TreeElement } from './node.js';
import { urlOf, type Page } from './page.js';

type Contact = Extract<Block, { type: 'contact' }>;

/** An online service or a form. One that has no address of its own is on its page of the official site. */
export function serviceOf(node: TreeElement, page: Page): Block[] {
  const title = titleOf(node);
  const { ID: id, URL: url, numerocerfa: cerfa } = node.attributes;
  const address = safeUrl(url) ?? (id === undefined ? undefined : urlOf(page, id));
  if (title === '' || address === undefined) return [];
  const needs = lines(childNamed(node, 'Introduction')).join(' ; ');
  const numbered = cerfa && !title.includes(cerfa) ? `${title} (cerfa n°\u00a0${cerfa})` : title;
  return [{ type: 'service', title: numbered, url: address, ...(needs === '' ? {} : { needs }) }];
}

/**
 * Who to turn to. The code that joins it to the directory of local offices (« caf », « mairie ») is no text; what can be said to a person is
 * kept, by the ways of reaching the office that the tree gives a title to.
 */
export function contactOf(node: TreeElement): Block[] {
  const name = titleOf(node);
  if (name === '') return [];
  const contact: Contact = { type: 'contact', name };
  for (const way of childrenNamed(childNamed(node, 'Texte'), 'Chapitre')) addWay(contact, way);
  const url = safeUrl(childNamed(node, 'RessourceWeb')?.attributes['URL']) ?? formOf(node);
  return [{ ...contact, ...(url === undefined ? {} : { url }) }];
}

const LONGEST = 160;

function addWay(contact: Contact, way: TreeElement): void {
  const title = titleOf(way).toLowerCase();
  const said = lines(way);
  if (/téléphone|tél\.|numéro/.test(title)) {
    const number = said.findIndex((line) => numberIn(line) !== undefined);
    if (number < 0 || contact.phone !== undefined) return;
    contact.phone = numberIn(said[number]!)!;
    const hours = said.slice(number + 1).find((line) => /\d\s?h|lundi|7j|7 j/i.test(line));
    if (hours !== undefined && hours.length <= LONGEST) contact.hours = hours;
  } else if (/courrier|postal|sur place/.test(title) && !/électronique/.test(title)) {
    const address = said.join(', ');
    if (contact.address === undefined && /\b\d{5}\b/.test(address) && address.length <= LONGEST) contact.address = address;
  } else {
    const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(said.join(' '))?.[0];
    if (email !== undefined) contact.email ??= email;
  }
}

/** A number that can be dialled as it stands; one that is for some people only, or from somewhere, is left to the page. */
const numberIn = (line: string): string | undefined =>
  /^(?:tél(?:éphone)?\.?\s*:?\s*)?(\+?\d[\d.()\s]*\d)(?![\d/])/i.exec(line)?.[1]?.replace(/\s*\(0\)\s*/, ' ');

/** A contact form stands among the ways of writing. */
function formOf(node: TreeElement): string | undefined {
  for (const child of elementsOf(node)) {
    const url = child.name === 'LienExterne' ? safeUrl(child.attributes['URL']) : formOf(child);
    if (url?.startsWith('https:')) return url;
  }
  return undefined;
}

const lines = (node: TreeElement | undefined): string[] =>
  node === undefined
    ? []
    : node.children
        .filter((child) => !isElement(child) || child.name !== 'Titre')
        .flatMap((child) => (isElement(child) && ['Texte', 'Liste', 'Item'].includes(child.name) ? lines(child) : [textOf(child)]))
        .filter((line) => line !== '');
