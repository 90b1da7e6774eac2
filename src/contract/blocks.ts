import type { Facet, ArticleStatus, Lang } from './vocabulary.js';

/** Rich text inside a block. No HTML anywhere: each screen renders these values with its own elements. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; text: string }
  | { type: 'emphasis'; text: string }
  | { type: 'link'; text: string; url: string }
  /** A named, dated value: `text` is the value as it reads ("86 €"). */
  | { type: 'fact'; id: string; text: string };

/** A branch of an answer that holds only for some people. `if` is a conjunction, e.g. "age>=18 and place=metropole". */
export interface Case {
  label: string;
  if?: string;
  /** The corpus' own condition, over variables that guided searches set, e.g. "T10685=yes or T10694=yes". It counts where `if` settles nothing. */
  when?: string;
  /** In a guided search, the variables that picking it sets; with « here: » in front, only for the article that the search leads to. */
  sets?: string[];
  blocks: Block[];
}

/** The block tree of an answer or an article, as it travels and as it is stored. `when`: it holds only under this condition of its corpus. */
export type Block = BlockBody & { when?: string };
type BlockBody =
  | { type: 'paragraph'; inlines: Inline[] }
  /** `tick`: on a list to print, each item with a box to tick. */
  | { type: 'list'; ordered: boolean; tick?: boolean; items: Block[][] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'callout'; tone: 'note' | 'warning'; title: string; blocks: Block[] }
  | { type: 'cases'; title: string; cases: Case[] }
  /** An online service. `needs`: what one must have to use it. */
  | { type: 'service'; title: string; url: string; needs?: string }
  | { type: 'contact'; name: string; address?: string; phone?: string; hours?: string; url?: string; email?: string }
  /** To another article of the base (`article`) or to an official page (`url`). */
  | { type: 'link'; title: string; article?: string; url?: string }
  | { type: 'fact'; id: string; label: string; text: string };

export interface Source {
  name: string;
  /** https only; empty for a text of the house that stands on no page. */
  url: string;
  /** ISO date (YYYY-MM-DD) of the state of the information. */
  checkedOn: string;
}

export interface Section {
  facet?: Facet;
  title: string;
  blocks: Block[];
}

/** One procedure or answer of the knowledge base, parsed. */
export interface Article {
  id: string;
  title: string;
  summary: string;
  theme: string;
  audience: 'particuliers' | 'professionnels' | 'associations';
  lang: Lang;
  keywords: string[];
  source: Source;
  /** ISO date at which somebody must read it again. */
  reviewBy?: string;
  /** The service that owns it and that conversations about it go to. */
  owner?: string;
  status: ArticleStatus;
  /** Easy-to-read version (FALC). */
  simple?: string;
  /** Where it stands among the others, from the outside in: « papiers/carte-identite/mineur ». The more of it two share, the nearer they are. */
  dossier?: string;
  /** Articles that it leads on to. */
  related?: string[];
  /** Holds questions that lead to other articles and no answer of its own. */
  guided?: boolean;
  sections: Section[];
}

/** A named, dated value used in many articles. */
export interface Fact {
  id: string;
  value: number | string;
  unit: string;
  validFrom?: string;
  source: Source;
  note?: string;
}
