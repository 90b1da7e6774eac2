import { z } from 'zod';
import { articleId, ARTICLE_STATUSES, FACETS, LANGS, serviceId, type Article, type Block, type Inline } from '../contract/index.js';
import { CORPUS_CONDITION, SETS } from './case-condition.js';

/**
 * An article kept as its tree of blocks: what an official corpus brings. Markdown would lose nothing of it, but three thousand articles
 * would be written and read again for nobody. The file is JSON in one form only, a field or a section a line: the same article gives the
 * same bytes, and a `git diff` shows the section that changed.
 */
const text = z.string();
const facet = z.enum(FACETS);
/** Only addresses that a citizen may safely follow. */
const address = z.string().regex(/^(https:\/\/|mailto:|tel:)\S+$/, 'adresse non acceptée (https://, mailto: ou tel:)');

const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['text', 'strong', 'emphasis']), text }),
  z.strictObject({ type: z.literal('link'), text, url: address }),
]) as z.ZodType<Inline>;
const inlines = z.array(inline);
const condition = { when: z.string().regex(CORPUS_CONDITION, 'condition illisible').optional() };
const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(block));
const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({ ...condition, type: z.literal('paragraph'), inlines }),
  z.strictObject({ ...condition, type: z.literal('list'), ordered: z.boolean(), items: z.array(blocks) }),
  z.strictObject({ ...condition, type: z.literal('table'), head: z.array(inlines), rows: z.array(z.array(inlines)) }),
  z.strictObject({ ...condition, type: z.literal('callout'), tone: z.enum(['note', 'warning']), title: text, blocks }),
  z.strictObject({
    ...condition,
    type: z.literal('cases'),
    title: text,
    cases: z.array(
      z.strictObject({ label: text, if: text.optional(), ...condition, sets: z.array(z.string().regex(SETS)).optional(), blocks }),
    ),
  }),
  z.strictObject({ ...condition, type: z.literal('service'), title: text, url: address, needs: text.optional() }),
  z.strictObject({
    ...condition,
    type: z.literal('contact'),
    name: text,
    address: text.optional(),
    phone: text.optional(),
    hours: text.optional(),
    url: address.optional(),
    email: text.optional(),
  }),
  z.strictObject({ ...condition, type: z.literal('link'), title: text, article: articleId.optional(), url: address.optional() }),
]) as z.ZodType<Block>;

/** « N103/N358/N358-1 »: steps from the outside in. */
export const dossierPath = z
  .string()
  .regex(/^[\w-]+(\/[\w-]+){0,5}$/)
  .max(200);

export const articleTree: z.ZodType<Article> = z.strictObject({
  id: articleId,
  title: text.min(1).max(300),
  summary: text.min(1),
  theme: text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(100),
  audience: z.enum(['particuliers', 'professionnels', 'associations']),
  lang: z.enum(LANGS),
  keywords: z.array(text),
  source: z.strictObject({ name: text.min(1), url: z.string().regex(/^https:\/\/\S+$/), checkedOn: z.iso.date() }),
  reviewBy: z.iso.date().optional(),
  owner: serviceId.optional(),
  status: z.enum(ARTICLE_STATUSES),
  simple: text.optional(),
  dossier: dossierPath.optional(),
  related: z.array(articleId).optional(),
  guided: z.boolean().optional(),
  sections: z.array(z.strictObject({ facet: facet.optional(), title: text, blocks })),
});

/** One order of the fields, whoever made the value; `JSON.stringify` leaves out what is not named here. */
export const HEAD = [
  'id',
  'title',
  'summary',
  'theme',
  'audience',
  'lang',
  'keywords',
  'source',
  'reviewBy',
  'owner',
  'status',
  'simple',
  'dossier',
  'related',
  'guided',
] as const satisfies readonly (keyof Article)[];
const INSIDE =
  'type when facet tone ordered title name label if sets text url checkedOn article needs address phone hours email head rows inlines items cases blocks'.split(
    ' ',
  );

export function treeText(article: Article): string {
  const field = (value: unknown) => JSON.stringify(value, INSIDE);
  const fields = HEAD.flatMap((name) => {
    const value = article[name];
    return value === undefined ? [] : [`${JSON.stringify(name)}: ${field(value)}`];
  });
  const sections = article.sections.map(field).join(',\n');
  return `{\n${[...fields, `"sections": [\n${sections}\n]`].join(',\n')}\n}\n`;
}

const STATUS = /^"status": "([a-z-]+)",$/m;
export const isTree = (stored: string): boolean => stored.startsWith('{\n');
export const treeWithStatus = (stored: string, status: string): string => stored.replace(STATUS, `"status": "${status}",`);

/** The article of a text that `treeText` wrote and the door has let in. */
export const treeIn = (stored: string): Article => JSON.parse(stored) as Article;
