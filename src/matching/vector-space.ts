import type { Channel, Feature } from './features.js';

/** A sparse vector of unit length; what the space does not know counts in its length only. */
export interface Vector {
  ids: Int32Array;
  weights: Float32Array;
}
const CHANNELS: Record<Channel, number> = { stem: 1, concept: 0.8, function: 0.55, pair: 0.5, gram: 0.3 };

/**
 * The space the examples live in: one axis a feature, a feature weighing its channel times its rarity (log of examples over examples that
 * hold it). Letter runs and pairs seen once are dropped: they teach nothing and are two thirds of all axes.
 *
 * Vectors have unit length, so that a product of two is their cosine. A stem nobody ever wrote still lengthens the vector: a message
 * about something unknown resembles everything less, which the confidence reads.
 */
export class VectorSpace {
  private readonly axes = new Map<string, number>();
  private readonly rarity: number[] = [];
  private readonly unknownRarity: number;

  constructor(examples: readonly (readonly Feature[])[]) {
    const seen = new Map<string, { channel: Channel; count: number }>();
    for (const features of examples) {
      for (const { key, channel } of features) {
        const entry = seen.get(key);
        if (entry) entry.count++;
        else seen.set(key, { channel, count: 1 });
      }
    }
    for (const [key, { channel, count }] of seen) {
      if (count < 2 && (channel === 'gram' || channel === 'pair')) continue;
      this.axes.set(key, this.rarity.length);
      this.rarity.push(Math.log(1 + examples.length / count) * CHANNELS[channel]);
    }
    this.unknownRarity = Math.log(1 + examples.length) * CHANNELS.stem;
  }

  get size(): number {
    return this.rarity.length;
  }

  vector(features: readonly Feature[]): Vector {
    const ids = new Int32Array(features.length);
    const weights = new Float32Array(features.length);
    let found = 0;
    let square = 0;
    for (const { key, channel } of features) {
      const axis = this.axes.get(key);
      const weight = axis === undefined ? (channel === 'stem' ? this.unknownRarity * 0.7 : 0) : this.rarity[axis]!;
      square += weight * weight;
      if (axis === undefined) continue;
      ids[found] = axis;
      weights[found++] = weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < found; i++) weights[i]! /= length;
    return { ids: ids.subarray(0, found), weights: weights.subarray(0, found) };
  }
}
