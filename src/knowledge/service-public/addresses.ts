import type { Article } from '../../contract/index.js';

export type Audience = Article['audience'];
export const AUDIENCES: readonly Audience[] = ['particuliers', 'professionnels', 'associations'];

/** « Particuliers », as the tree writes it. */
export const audienceNamed = (name: string | undefined): Audience | undefined =>
  AUDIENCES.find((audience) => audience === name?.trim().toLowerCase());

export const articleIdOf = (audience: Audience, id: string): string => `${audience}/${id}`;

const OFFICIAL = 'https://www.service-public.fr';
const PATHS: Record<Audience, string> = {
  particuliers: 'particuliers/vosdroits',
  professionnels: 'professionnels-entreprises/vosdroits',
  associations: 'associations/vosdroits',
};

/** The site that the tree itself names: service-public.fr became service-public.gouv.fr, and old corpora keep the old name. */
export const siteOf = (spUrl: string | undefined): string =>
  spUrl !== undefined && URL.canParse(spUrl) && spUrl.startsWith('https://') ? new URL(spUrl).origin : OFFICIAL;

export const pageUrl = (site: string, audience: Audience, id: string): string => `${site}/${PATHS[audience]}/${id}`;

/** An address that a citizen may safely follow. The tree still holds plain http; every official site answers over https. */
export function safeUrl(url: string | undefined): string | undefined {
  const wanted = url?.trim().replace(/^http:/i, 'https:');
  if (wanted === undefined || !URL.canParse(wanted)) return undefined;
  const { protocol, href } = new URL(wanted);
  return ['https:', 'mailto:', 'tel:'].includes(protocol) && !/\s/.test(href) ? href : undefined;
}
