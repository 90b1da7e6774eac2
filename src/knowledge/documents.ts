import { z } from 'zod';
import { articleId, ARTICLE_STATUSES, FACETS, LANGS, serviceId } from '../contract/index.js';
import { dossierPath } from './article-tree.js';

/** The schemas of every file that civil servants write. Messages are French: editors read them. */
const words = z
  .string({ error: 'un texte est attendu' })
  .trim()
  .min(1, 'ne peut pas être vide')
  .refine((text) => !text.includes('\u0000'), 'caractère nul');
/** What fits the column of a title and the room above a conversation. */
const TITLE_MAX = 300;
/** "115" or "2042" is a word that people type; YAML reads it as a number. */
const wordOrNumber = z.union([words, z.number().transform(String)]);
const kebab = words.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'minuscules, chiffres et tirets seulement').max(100, '100 caractères au plus');
const day = z.iso.date('date attendue sous la forme AAAA-MM-JJ');
const facet = z.enum(FACETS, { error: `facette inconnue ; possibles : ${FACETS.join(', ')}` });
const article = z
  .string({ error: "l'identifiant d'un article est attendu" })
  .check(z.refine((id) => articleId.safeParse(id).success, 'identifiant mal formé'));

/** An empty address: a text of the house that stands on no page. */
const source = z.strictObject(
  { name: words, url: z.string(), checkedOn: day },
  { error: 'une source (name, url, checkedOn) est attendue' },
);

export const frontMatter = z.strictObject({
  id: article,
  title: words.max(TITLE_MAX, `${TITLE_MAX} caractères au plus`),
  summary: words,
  theme: kebab,
  audience: z.enum(['particuliers', 'professionnels', 'associations']).default('particuliers'),
  lang: z.enum(LANGS).default('fr'),
  keywords: z.array(wordOrNumber).default([]),
  source: source.optional(),
  reviewBy: day.optional(),
  owner: z
    .string()
    .check(z.refine((id) => serviceId.safeParse(id).success, 'identifiant de service mal formé'))
    .optional(),
  status: z.enum(ARTICLE_STATUSES, { error: `statut inconnu ; possibles : ${ARTICLE_STATUSES.join(', ')}` }).default('draft'),
  simple: words.optional(),
  dossier: z
    .string()
    .check(z.refine((path) => dossierPath.safeParse(path).success, 'chemin attendu, par exemple papiers/passeport'))
    .optional(),
  related: z.array(article).optional(),
  guided: z.boolean().optional(),
});

export const fact = z.strictObject({
  id: words.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'minuscules séparées par des points, par exemple timbre.passeport.majeur'),
  value: z.union([z.number(), words]),
  unit: z.string().default(''),
  validFrom: day.optional(),
  source,
  note: words.optional(),
});

export const theme = z.strictObject({ id: kebab, title: words, order: z.number().default(99), description: words.optional() });

const nearMiss = z.union([words.transform((text) => ({ text })), z.strictObject({ text: words, article: article.optional() })]);
const rule = z.strictObject({ all: z.array(words).min(1), none: z.array(words).optional() });
const replies = z.union([words.transform((text) => [text]), z.array(words)]);

/** Exactly one of `article`, `action`, `outcome` says where an intent leads; hyphens as people write them in the files. */
export const intent = z
  .strictObject({
    id: kebab,
    article: article.optional(),
    action: z.enum(['human', 'end']).optional(),
    outcome: z.enum(['small-talk', 'emergency', 'declined']).optional(),
    facet: facet.optional(),
    reply: replies.optional(),
    'reply-en': replies.optional(),
    replyEn: replies.optional(),
    main: z.array(wordOrNumber).optional(),
    examples: z.array(wordOrNumber).default([]),
    'near-misses': z.array(nearMiss).default([]),
    rules: z.array(rule).default([]),
  })
  .refine((value) => [value.article, value.action, value.outcome].filter((way) => way !== undefined).length === 1, {
    error: 'un seul de « article », « action » et « outcome » dit où mène cette intention',
  })
  .transform(({ 'near-misses': nearMisses, 'reply-en': hyphenated, replyEn, ...rest }) => {
    const english = hyphenated ?? replyEn;
    return { ...rest, ...(english === undefined ? {} : { replyEn: english }), nearMisses };
  });

/** What citizens say for one article of an official corpus. */
export const packEntry = z
  .strictObject({
    utterances: z.array(wordOrNumber).default([]),
    'near-misses': z.array(nearMiss).default([]),
    main: z.array(wordOrNumber).default([]),
  })
  .transform(({ 'near-misses': nearMisses, ...rest }) => ({ ...rest, nearMisses }));

export const concept = z.strictObject({
  id: kebab,
  label: words,
  forms: z.array(wordOrNumber).default([]),
  en: z.array(wordOrNumber).default([]),
});
export const facetCues = z.strictObject({ facet, cues: z.array(words).min(1) });
export const factCues = z.strictObject({ fact: kebab, value: words, cues: z.array(words).min(1) });

/** One line of questions.jsonl or oos.jsonl. `style`, `theme`, `behaviour` serve measures, not the product. */
export const label = z
  .object({
    q: words,
    expected: z.array(article).optional(),
    kind: words.optional(),
    split: z.enum(['tune', 'judge']),
  })
  .refine((value) => (value.expected?.length ?? 0) > 0 || value.kind !== undefined, { error: '« expected » ou « kind » est attendu' })
  .transform(({ q, expected, kind, split }) => ({ q, expected: expected ?? [], ...(kind === undefined ? {} : { kind }), split }));
