import { z } from 'zod';

/** A question with its answer, as lists of frequent questions hold them, whatever file they came from. */
export interface FaqEntry {
  id: string | undefined;
  question: string;
  answer: string;
  keywords: string[];
  theme: string | undefined;
  url: string | undefined;
  /** Other ways of asking. */
  examples: string[];
  /** Where it is written. */
  place: { file: string; line: number };
}

const text = z.string().trim();
const list = (by: RegExp) =>
  z
    .union([z.array(text), text.transform((cell) => cell.split(by))])
    .default([])
    .transform((items) => [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))]);
const optional = text.optional().transform((value) => (value === '' ? undefined : value));

/** A row of any of the files. Columns that are none of these are left alone. */
export const faqRow = z.object({
  id: optional,
  question: text.min(1, 'a question is expected'),
  answer: text.min(1, 'an answer is expected'),
  keywords: list(/[,;\n]/),
  theme: optional,
  url: optional.refine((url) => url === undefined || /^https:\/\/\S+$/.test(url), 'an address in https:// is expected'),
  examples: list(/\r?\n/),
});

/** How columns are called, in French files too. */
const NAMES: Record<string, keyof z.input<typeof faqRow>> = {
  reponse: 'answer',
  'mots-cles': 'keywords',
  'mots cles': 'keywords',
  source: 'url',
  lien: 'url',
  exemples: 'examples',
  formulations: 'examples',
};
export const columnNamed = (name: string): string => NAMES[name] ?? name;
