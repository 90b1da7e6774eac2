import { entitiesOf, type Entities } from './entities.js';
import { isFunctionWord } from './function-words.js';
import { Lexicon, type ConceptHit, type LexiconEntry } from './lexicon.js';
import { languageOf } from './message-language.js';
import { fold, normalise } from './normalise.js';
import { meantBy } from './short-forms.js';
import { createSpeller } from './spelling.js';
import { stemOf } from './stem.js';
import { cutWords, type Cut } from './words.js';

export interface Token {
  /** As typed, normalised. */
  readonly typed: string;
  /** Folded, after short forms and repair. */
  readonly word: string;
  readonly stem: string;
  readonly kind: 'content' | 'function' | 'number';
  /** Stands in the snapshot's vocabulary, as typed or once repaired. */
  readonly known: boolean;
  /** Spelt otherwise than typed: a guess. */
  readonly repaired: boolean;
}
export interface Analysis {
  text: string;
  tokens: Token[];
  concepts: ConceptHit[];
  entities: Entities;
  lang: 'fr' | 'en';
}
export interface Analyser {
  /** What it was made of: the same two make the same analyser. */
  lexicon: readonly LexiconEntry[];
  vocabulary: ReadonlyMap<string, number>;
  analyse(text: string): Analysis;
  /** The words and concepts of a whole text of ours, however long: spelt as they stand. */
  read(text: string): Pick<Analysis, 'tokens' | 'concepts'>;
  /** The stem a word has in this vocabulary. */
  stem(word: string): string;
}

/**
 * A text read once for all the steps that follow: normalised, cut into words, short forms opened, spelling repaired against the words
 * of the snapshot (`vocabulary`: word with its accents → number of places), stemmed, concepts found, figures read, language told. The stem
 * of a word typed without accents is that of the word of the vocabulary it folds to (« perimee » → périmée → perim).
 *
 * At most 60 unknown words of a message are repaired and at most 400 words are read: a message of 4,000 characters of noise must
 * cost milliseconds.
 *
 * « g perdu ma carte didentite » → [j][ai] perdu [ma] carte [d] identite, concept carte-identite
 */
const REPAIRS = 60;
const WORDS = 400;
/** How many words that needed no repair are remembered as they were read: people ask with the same few thousand. */
const REMEMBERED = 20_000;

export function createAnalyser(lexicon: readonly LexiconEntry[], vocabulary: ReadonlyMap<string, number>): Analyser {
  const stems = new Map<string, string>();
  const counts = new Map<string, number>();
  const commonestFirst = [...vocabulary].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  for (const [word, count] of commonestFirst) {
    const folded = fold(word);
    if (!stems.has(folded)) stems.set(folded, stemOf(word));
    counts.set(folded, (counts.get(folded) ?? 0) + count);
  }
  const stem = (word: string) => stems.get(fold(word)) ?? stemOf(word);
  const concepts = new Lexicon(lexicon, stem);
  const speller = createSpeller(counts);

  const token = (typed: string, word: string, known: boolean, repaired = false): Token => {
    const folded = fold(word);
    const kind = /^\d+$/.test(folded) ? 'number' : isFunctionWord(folded) ? 'function' : 'content';
    return { typed, word: folded, stem: stem(word), kind, known, repaired };
  };
  const asItStands = (typed: string, folded: string, elided: boolean): Token[] | undefined => {
    const meant = elided ? undefined : meantBy(typed, folded);
    if (meant) return meant.map((word) => token(typed, word, true));
    return speller.knows(folded) || isFunctionWord(folded) ? [token(typed, typed, true)] : undefined;
  };
  const remembered = new Map<string, Token[]>();
  const read = ({ word: typed, elided }: Cut, repairs: { left: number }): Token[] => {
    const key = elided ? `${typed}'` : typed;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const folded = fold(typed);
    const standing = asItStands(typed, folded, elided);
    if (standing !== undefined) {
      if (remembered.size < REMEMBERED) remembered.set(key, standing);
      return standing;
    }
    const repaired = repairs.left-- > 0 ? speller.repair(folded) : undefined;
    return repaired ? repaired.map((word) => token(typed, word, true, true)) : [token(typed, typed, false)];
  };
  const readAll = (text: string) => {
    const none = { left: 0 };
    const tokens = cutWords(normalise(text)).flatMap((word) => read(word, none));
    return { tokens, concepts: concepts.find(tokens.map((each) => each.stem)) };
  };
  const analyse = (text: string): Analysis => {
    const normal = normalise(text);
    const repairs = { left: REPAIRS };
    const words = cutWords(normal).slice(0, WORDS);
    const tokens = words.flatMap((word) => read(word, repairs)).slice(0, WORDS);
    const hits = concepts.find(tokens.map(({ stem }) => stem));
    const frenchToo = new Set(hits.filter((hit) => !hit.english).map(({ from }) => from));
    const english = hits.filter((hit) => hit.english && hit.to - hit.from > 1 && !frenchToo.has(hit.from)).length;
    const known = (word: string) => speller.knows(word);
    return {
      text: normal,
      tokens,
      concepts: hits,
      entities: entitiesOf(normal),
      lang: languageOf(
        words.map(({ word }) => fold(word)),
        english,
        known,
      ),
    };
  };
  return { lexicon, vocabulary, analyse, read: readAll, stem };
}
