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
 * Every form is cut and stemmed as a message is, and kept under its stems joined by a space; a message is read from left to right, and
 * at each word the longest known run (up to seven stems) is taken. A form may belong to several concepts. A concept found inside a longer
 * one is not reported. Linear in the message: at most seven look-ups a word.
 *
 * « certificat d'immatriculation » → carte-grise; « carte grise » → carte-grise
 */
const LONGEST = 7;

export class Lexicon {
  private readonly byForm = new Map<string, { id: string; english: boolean }[]>();
  /** The lengths of the forms that start with a stem, longest first. */
  private readonly starts = new Map<string, number[]>();

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
      const lengths = this.starts.get(stems[from]!);
      const to = lengths ? this.longest(stems, from, lengths, hits) : 0;
      from = to > from ? to : from + 1;
    }
    return hits;
  }

  /** The end of the longest form that starts at `from`, its concepts added to `hits`; 0 when none does. */
  private longest(stems: readonly string[], from: number, lengths: readonly number[], hits: ConceptHit[]): number {
    for (const length of lengths) {
      const to = from + length;
      const found = to <= stems.length ? this.byForm.get(length === 1 ? stems[from]! : stems.slice(from, to).join(' ')) : undefined;
      if (!found) continue;
      for (const { id, english } of found) hits.push({ id, from, to, english });
      return to;
    }
    return 0;
  }

  private add(form: string, id: string, english: boolean): void {
    const stems = wordsOf(normalise(form)).map(this.stem);
    if (stems.length === 0 || stems.length > LONGEST) return;
    const key = stems.join(' ');
    const found = this.byForm.get(key) ?? [];
    if (found.some((hit) => hit.id === id)) return;
    found.push({ id, english });
    this.byForm.set(key, found);
    const lengths = this.starts.get(stems[0]!) ?? [];
    if (!lengths.includes(stems.length))
      this.starts.set(
        stems[0]!,
        [...lengths, stems.length].sort((a, b) => b - a),
      );
  }
}

/** The words of every form: spelling repair may trust them. */
export const wordsOfLexicon = (entries: readonly LexiconEntry[]): string[] =>
  entries.flatMap((entry) => [...entry.forms, ...entry.en].flatMap((form) => wordsOf(normalise(form))));
