import { RUN, STEM, WORD, type IntentFeatures } from './intent-features.js';
import { NumberTable } from './number-table.js';
import type { Vector } from './vector-space.js';

/** An utterance as a vector of unit length, its stems, and how many of its words were never seen. */
export interface Placed extends Vector {
  /** Axes of its stems. */
  stems: number[];
  unknownWords: number;
  words: number;
}

/**
 * The space of the utterances: an axis a feature, weighed by its rarity. Pairs and runs that stand once teach nothing and are left out.
 *
 * Half of a vector's length belongs to words, stems and pairs, half to runs: a message has ten times as many runs, and these would drown
 * the rest. A word that nobody wrote lengthens the first half: a message about something else resembles everything less.
 */
export class IntentSpace {
  private readonly axes: NumberTable;
  private readonly rarity: Float32Array;
  /** What an unknown word weighs. */
  readonly unknownWeight: number;

  constructor(utterances: readonly IntentFeatures[]) {
    const counts = new Map<number, number>();
    for (const { keys } of utterances) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const axes = new Map<number, number>();
    const rarity: number[] = [];
    for (const { keys, kinds } of utterances) {
      keys.forEach((key, i) => {
        const count = counts.get(key)!;
        if (axes.has(key) || (count < 2 && kinds[i] !== WORD && kinds[i] !== STEM)) return;
        axes.set(key, rarity.length);
        rarity.push(1 + Math.log((1 + utterances.length) / (1 + count)));
      });
    }
    this.axes = new NumberTable(axes);
    this.rarity = Float32Array.from(rarity);
    this.unknownWeight = Math.log(1 + utterances.length);
  }

  get size(): number {
    return this.rarity.length;
  }

  /** How much an axis tells: the rarer, the more. */
  weight(axis: number): number {
    return this.rarity[axis]!;
  }

  place({ keys, kinds }: IntentFeatures): Placed {
    const ids = new Int32Array(keys.length);
    const weights = new Float32Array(keys.length);
    const ofRuns = new Uint8Array(keys.length);
    const placed = { stems: [] as number[], unknownWords: 0, words: 0 };
    const squares = [0, 0];
    let found = 0;
    for (let i = 0; i < keys.length; i++) {
      const kind = kinds[i]!;
      const axis = this.axes.get(keys[i]!);
      if (kind === WORD) {
        placed.words++;
        if (axis < 0) {
          placed.unknownWords++;
          squares[0]! += this.unknownWeight ** 2;
        }
      }
      if (axis < 0) continue;
      if (kind === STEM) placed.stems.push(axis);
      const half = kind === RUN ? 1 : 0;
      const weight = this.rarity[axis]!;
      squares[half]! += weight * weight;
      ids[found] = axis;
      ofRuns[found] = half;
      weights[found++] = weight;
    }
    for (let i = 0; i < found; i++) weights[i]! *= Math.SQRT1_2 / Math.sqrt(squares[ofRuns[i]!]!);
    return { ids: ids.subarray(0, found), weights: weights.subarray(0, found), ...placed };
  }
}
