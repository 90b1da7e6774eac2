import type { Block, Facet } from '../../contract/index.js';
import { plain } from '../plain.js';

/** What a chapter's title asks; the first that fits. « Durée de validité » is no delay, « conditions de la demande » no step. */
const TITLES: readonly [RegExp, Facet][] = [
  [/\bvalidite\b|\bvalable\b/, 'validity'],
  [/\brecours\b|\bcontest|\blitiges?\b|\breclamation|\bfaire appel\b|\ben cas de refus\b/, 'appeal'],
  [/\bcouts?\b|\bprix\b|\btarifs?\b|\bfrais\b|\bcombien (?!de temps)|\bgratuit|\bmontants?\b|\bbareme|\bremuneration\b/, 'cost'],
  [/\bpieces?\b|\bdocuments?\b|\bjustificati|\bpapiers?\b|\bformulaires?\b/, 'documents'],
  [
    /\bconditions?\b|\bqui (?:est|sont|peut|a droit|doit)\b|\bconcernee?s?\b|\bbeneficiaires?\b|\ba qui s'adresse\b|\bpublic vise\b/,
    'eligibility',
  ],
  [/\ben ligne\b|\bteleservice|\bpar internet\b|\bsur internet\b/, 'online'],
  [/^ou s'adresser|^ou (?!et comment)|\baupres de qui\b|\blieu\b|\bqui contacter\b/, 'where'],
  [/\bdelais?\b|\bdurees?\b|\bquand\b|\bdates?\b|\bcombien de temps\b|\bcalendrier\b/, 'delay'],
  [
    /\bdemarches?\b|\bcomment\b|\bprocedure\b|\bdemandes?\b|\binscription\b|\bdeclaration\b|\bdepot\b|\bporter plainte\b|\bformalites?\b/,
    'steps',
  ],
];

export function facetOf(title: string, type: string | undefined, blocks: readonly Block[]): Facet | undefined {
  if (type === 'pieces') return 'documents';
  const words = plain(title);
  return TITLES.find(([pattern]) => pattern.test(words))?.[1] ?? facetOfCards(blocks);
}

/** A chapter that is mostly a service or an address is about that. */
function facetOfCards(blocks: readonly Block[]): Facet | undefined {
  const cards = blocks.filter(({ type }) => type === 'service' || type === 'contact');
  if (cards.length === 0 || cards.length * 2 < blocks.length) return undefined;
  return cards.some(({ type }) => type === 'service') ? 'online' : 'where';
}
