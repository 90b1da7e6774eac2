import { normalise } from './normalise.js';
import { wordsOf } from './words.js';

/** One meaning and the words that say it, in French (`forms`) and in English (`en`). */
export interface LexiconEntry {
  id: string;
  forms: string[];
  en: string[];
}
/** A concept found in a message: words `from` (included) to `to` (excluded). */
export interface ConceptHit {
  id: string;
  from: number;
  to: number;
  english: boolean;
}

/**
 * Concepts of the lexicon in a run of stems, longest form first.
 *
 * Every form is cut and stemmed as a message is, and kept under its stems one after the other; a message is read from left to right, and
 * at each word the longest known run (up to seven stems) is taken. A form may belong to several concepts. A concept found inside a longer
 * one is not reported. The forms stand in a tree of stems; linear in the message: at most seven steps a word.
 *
 * « certificat d'immatriculation » → carte-grise; « carte grise » → carte-grise
 */
const LONGEST = 7;

/** The forms that go on from here, and the concepts of the form that ends here. */
interface Branch {
  next: Map<string, Branch>;
  concepts: { id: string; english: boolean }[];
}
const branch = (): Branch => ({ next: new Map(), concepts: [] });

export class Lexicon {
  private readonly root = branch();

  constructor(
    entries: readonly LexiconEntry[],
    private readonly stem: (word: string) => string,
  ) {
    for (const entry of entries) {
      for (const form of entry.forms) this.add(form, entry.id, false);
      for (const form of entry.en) this.add(form, entry.id, true);
    }
  }

  find(stems: readonly string[]): ConceptHit[] {
    const hits: ConceptHit[] = [];
    for (let from = 0; from < stems.length;) {
      const to = this.longest(stems, from, hits);
      from = to > from ? to : from + 1;
    }
    return hits;
  }

  /** The end of the longest form that starts at `from`, its concepts added to `hits`; 0 when none does. */
  private longest(stems: readonly string[], from: number, hits: ConceptHit[]): number {
    let found: Branch | undefined;
    let end = 0;
    let here = this.root.next.get(stems[from]!);
    for (let to = from + 1; here !== undefined; to++) {
      if (here.concepts.length > 0) {
        found = here;
        end = to;
      }
      here = to < stems.length ? here.next.get(stems[to]!) : undefined;
    }
    for (const { id, english } of found?.concepts ?? []) hits.push({ id, from, to: end, english });
    return end;
  }

  private add(form: string, id: string, english: boolean): void {
    const stems = wordsOf(normalise(form)).map(this.stem);
    if (stems.length === 0 || stems.length > LONGEST) return;
    let here = this.root;
    for (const stem of stems) {
      const next = here.next.get(stem) ?? branch();
      here.next.set(stem, next);
      here = next;
    }
    if (!here.concepts.some((concept) => concept.id === id)) here.concepts.push({ id, english });
  }
}

/** The words of every form: spelling repair may trust them. */
export const wordsOfLexicon = (entries: readonly LexiconEntry[]): string[] =>
  entries.flatMap((entry) => [...entry.forms, ...entry.en].flatMap((form) => wordsOf(normalise(form))));
