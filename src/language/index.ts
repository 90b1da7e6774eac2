export { createAnalyser, type Analyser, type Analysis, type Token } from './analyse.js';
export { entitiesOf, type Entities } from './entities.js';
export { isFunctionWord } from './function-words.js';
export { wordsOfLexicon, type ConceptHit, type LexiconEntry } from './lexicon.js';
export { fold, normalise } from './normalise.js';
export { Phrases, type PhraseHit } from './phrases.js';
export { stemOf } from './stem.js';
export { wordsOf } from './words.js';
export { wordHash } from './word-hash.js';
