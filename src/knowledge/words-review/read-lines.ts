import { createAnalyser, fold, normalise, wordsOf, type Analyser, type Token } from '../../language/index.js';
import { vocabularyOf } from '../../matching/engine.js';
import type { Compared } from '../alike.js';
import { sameWording } from '../check-wordings.js';
import { contentOf, type ReadContent } from '../read-content.js';
import type { Fiche, Said } from './fiches.js';
import { isSentence, styleOf, type Style } from './style.js';

/** An utterance and what the review asks of it. */
export interface Line extends Said, Compared {
  fiche: Fiche;
  /** See `sameWording`. */
  key: string;
  style: Style;
  /** Stems of its content words, misspelt ones repaired, and its figures. */
  content: ReadonlySet<string>;
  /** Its first words, where it goes on after them. */
  opening: string | undefined;
}

/** A word that so many fiches say is spelt as people spell it. */
const TRUSTED_IN = 6;
/** So many first words make a beginning. */
const OPENING = 3;
/** Neither misspelt nor inflected: FIJAIS and FIJAIT are two registers, a letter apart. */
const ACRONYM = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu;
/** What a word without meaning of its own counts beside one that has: « avec », « sans », « pas » tell some lines apart. */
const FUNCTION_WORD = 0.2;

/**
 * The language as it is spelt: the words of articles, lexicon and titles, of lines written as sentences, and what several fiches say. A word
 * that one fiche misspells is none of it.
 */
export function analyserFor(read: ReadContent, fiches: readonly Fiche[]): Analyser {
  const content = contentOf(read);
  const lexicon = content.lexicon.map(({ id, label, forms, en }) => ({ id, forms: [label, ...forms], en }));
  const vocabulary = vocabularyOf({ ...content, intents: [] }, lexicon);
  const count = (texts: readonly string[], into: Map<string, number>) => {
    for (const word of new Set(texts.flatMap((text) => wordsOf(normalise(text))))) into.set(word, (into.get(word) ?? 0) + 1);
  };
  const fichesWith = new Map<string, number>();
  for (const { title, said } of fiches) {
    const texts = said.map(({ text }) => text);
    count([...(title === undefined ? [] : [title]), ...texts.filter(isSentence)], vocabulary);
    count(texts, fichesWith);
  }
  for (const [word, times] of fichesWith)
    if (vocabulary.has(word) || times >= TRUSTED_IN) vocabulary.set(word, (vocabulary.get(word) ?? 0) + times);
  return createAnalyser(lexicon, vocabulary);
}

export function readLines(fiches: readonly Fiche[], analyser: Analyser): Line[] {
  return fiches.flatMap((fiche) => fiche.said.map((said) => readLine(said, fiche, analyser)));
}

function readLine(said: Said, fiche: Fiche, analyser: Analyser): Line {
  const analysis = analyser.analyse(said.text);
  const content = contentWords(analysis.tokens, said.text);
  const turns = analysis.tokens.filter(({ kind }) => kind === 'function').map(({ word }) => [`(${word})`, FUNCTION_WORD] as const);
  const words = wordsOf(analysis.text).map(fold);
  return {
    ...said,
    fiche,
    key: sameWording(said.text),
    style: styleOf(said.text, analysis),
    content,
    opening: words.length > OPENING ? words.slice(0, OPENING).join(' ') : undefined,
    features: new Map([...turns, ...[...content].map((stem) => [stem, 1] as const)]),
  };
}

/** Stems of content words, acronyms as they stand in the text, and figures. */
export function contentWords(tokens: readonly Token[], text: string): Set<string> {
  const acronyms = new Set(text.match(ACRONYM)?.map((word) => word.toLowerCase()));
  return new Set(tokens.flatMap(({ kind, typed, stem }) => (kind === 'function' ? [] : [acronyms.has(typed) ? typed : stem])));
}
