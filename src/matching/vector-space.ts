import { CHANNELS, type Channel, type Features } from './features.js';
import { NumberTable } from './number-table.js';

/** A sparse vector of unit length; what the space does not know counts in its length only. */
export interface Vector {
  ids: Int32Array;
  weights: Float32Array;
}
const WEIGHTS: Record<Channel, number> = { stem: 1, concept: 0.8, function: 0.55, pair: 0.5, gram: 0.3 };
const UNKNOWN = 0.7;
const STEM = CHANNELS.indexOf('stem');

/**
 * The space the examples live in: one axis a feature, a feature weighing its channel times its rarity (log of examples over examples that
 * hold it). Letter runs and pairs seen once are dropped: they teach nothing and are two thirds of all axes.
 *
 * Vectors have unit length, so that a product of two is their cosine. A stem nobody ever wrote still lengthens the vector: a message
 * about something unknown resembles everything less, which the confidence reads.
 */
export class VectorSpace {
  private readonly axes: NumberTable;
  private readonly rarity: Float32Array;
  private readonly unknownRarity: number;

  constructor(examples: readonly Features[]) {
    const seen = new Map<number, { channel: Channel; count: number }>();
    for (const { keys, channels } of examples) {
      keys.forEach((key, i) => {
        const entry = seen.get(key);
        if (entry) entry.count++;
        else seen.set(key, { channel: CHANNELS[channels[i]!]!, count: 1 });
      });
    }
    const axes = new Map<number, number>();
    const rarity: number[] = [];
    for (const [key, { channel, count }] of seen) {
      if (count < 2 && (channel === 'gram' || channel === 'pair')) continue;
      axes.set(key, rarity.length);
      rarity.push(Math.log(1 + examples.length / count) * WEIGHTS[channel]);
    }
    this.axes = new NumberTable(axes);
    this.rarity = Float32Array.from(rarity);
    this.unknownRarity = Math.log(1 + examples.length) * WEIGHTS.stem * UNKNOWN;
  }

  get size(): number {
    return this.rarity.length;
  }

  vector({ keys, channels }: Features): Vector {
    const ids = new Int32Array(keys.length);
    const weights = new Float32Array(keys.length);
    let found = 0;
    let square = 0;
    for (let i = 0; i < keys.length; i++) {
      const axis = this.axes.get(keys[i]!);
      const weight = axis >= 0 ? this.rarity[axis]! : channels[i] === STEM ? this.unknownRarity : 0;
      square += weight * weight;
      if (axis < 0) continue;
      ids[found] = axis;
      weights[found++] = weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < found; i++) weights[i]! /= length;
    return { ids: ids.subarray(0, found), weights: weights.subarray(0, found) };
  }
}
