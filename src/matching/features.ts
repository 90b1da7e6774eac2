import type { Analysis } from '../language/index.js';

/**
 * What of a message is compared with what: stems, concepts, function words, pairs of neighbours and letter runs, each in its own
 * channel with its own weight, so that none drowns the others. Function words and pairs tell « j'ai perdu » from « j'ai retrouvé »
 * questions and « combien » from « où »; letter runs survive typos.
 *
 * « j'ai perdu ma carte d'identité » → s:perdu s:cart s:ident c:carte-identite f:j f:ai … b:perdu_ma … g:^per g:perd …
 */
export type Channel = 'stem' | 'concept' | 'function' | 'pair' | 'gram';
export interface Feature {
  key: string;
  channel: Channel;
}
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;
const GRAMMED_WORDS = 60;

export function featuresOf(analysis: Analysis): Feature[] {
  const features = new Map<string, Channel>();
  let before = '^';
  let grammed = 0;
  for (const { kind, stem, typed } of analysis.tokens) {
    features.set(`${kind === 'content' ? 's' : 'f'}:${stem}`, kind === 'content' ? 'stem' : 'function');
    features.set(`b:${before}_${stem}`, 'pair');
    before = stem;
    if (kind === 'content' && grammed++ < GRAMMED_WORDS) for (const gram of gramsOf(typed)) features.set(`g:${gram}`, 'gram');
  }
  for (const { id } of analysis.concepts) features.set(`c:${id}`, 'concept');
  return [...features].map(([key, channel]) => ({ key, channel }));
}

/** Runs of 3 and 4 letters of a word, its ends marked; accents dropped. */
function gramsOf(typed: string): string[] {
  const word = `^${typed.normalize('NFD').replace(/[\u0300-\u036f]/g, '')}$`;
  const grams: string[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let at = 0; at + size <= word.length; at++) grams.push(word.slice(at, at + size));
  }
  return grams;
}
