import { describe, expect, it } from '@jest/globals';
import { createAnalyser } from '../../../src/language/index.js';
import { learnWords } from '../../../src/matching/learn-words.js';
import { packRow, WordVectors } from '../../../src/matching/word-vectors.js';
import { town } from './town.js';

const analyser = createAnalyser([], new Map());
const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);

describe('word vectors', () => {
  it('keep a vector to a hundredth when they are shipped', () => {
    const vector = Float32Array.from({ length: 8 }, (_, k) => Math.sin(k + 1));
    const back = new WordVectors({ dimensions: 8, rows: { mot: packRow(vector) } }).of([['mot', 1]]);
    const length = Math.hypot(...vector);
    back.forEach((value, k) => expect(value).toBeCloseTo(vector[k]! / length, 2));
  });

  it('bring texts together that share no word, and say nothing of words nobody wrote', () => {
    const vectors = new WordVectors(town.wordVectors!);
    const nearness = (a: string, b: string) => product(vectors.ofMessage(analyser.analyse(a)), vectors.ofMessage(analyser.analyse(b)));
    expect(nearness('mon patron me vire', 'licenciement')).toBeGreaterThan(nearness('mon patron me vire', 'passeport'));
    expect(Math.hypot(...vectors.ofMessage(analyser.analyse('xyzzy plugh')))).toBe(0);
  });

  it('are learned the same twice from the same content', () => {
    const small = { dimensions: 4, passes: 2 };
    expect(learnWords(town, small)).toEqual(learnWords(town, small));
  });
});
