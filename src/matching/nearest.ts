import { PostingsBuilder, type Postings } from './postings.js';
import type { Vector } from './vector-space.js';

/**
 * The examples most like a message: cosine over an inverted index.
 *
 * Each axis lists the examples that hold it (typed arrays); the message's axes add their products up. What comes out is, for each target,
 * the likeness of its best example and the mean of its three best: one lucky wording must not win alone against a target that several
 * wordings point to. Cost: the sum of the postings of the message's axes, some thousands of additions for 10,000 examples, and a look at each example.
 *
 * « paumé ma carte d'identité » ~ « j'ai paumé ma cni » (.61) → carte-identite-perdue-volee
 */
export interface Likeness {
  best: Float32Array;
  mean: Float32Array;
  /** The best likeness of a near miss of the target. */
  against: Float32Array;
  /** The likeness of the best example of all. */
  top: number;
}
const COMMON = 0.03;
interface Placed {
  /** -1: it leads nowhere. */
  target: number;
  /** The target that a near miss resembles without meaning it. */
  against?: number;
  weight: number;
}
/** How much of its likeness an example counts for, by its weight. */
const trustIn = ({ weight }: Placed): number => 0.7 + 0.3 * weight;

export class NearestExamples {
  /** By axis: the places of the examples that hold it. Axes that many hold tell nothing apart, cost the most, and are left out. */
  private readonly byAxis: Postings;
  /** By target: the place of its first example. Behind the last target's stand those that lead nowhere. */
  private readonly starts: Int32Array;
  private readonly places: number;
  /** Near misses: where they stand, and the target each resembles. */
  private readonly misses: Int32Array;
  private readonly missed: Int32Array;

  constructor(
    examples: readonly Placed[],
    vectors: readonly Vector[],
    axes: number,
    private readonly targets: number,
  ) {
    const lead = ({ target }: Placed) => (target < 0 ? targets : target);
    this.starts = new Int32Array(targets + 2);
    for (const example of examples) this.starts[lead(example) + 1]!++;
    for (let target = 0; target <= targets; target++) this.starts[target + 1]! += this.starts[target]!;
    const next = this.starts.slice();
    const placeOf = Int32Array.from(examples, (example) => next[lead(example)]!++);
    this.places = examples.length;
    const nearMisses = [...examples.keys()].filter((example) => examples[example]!.against !== undefined);
    this.misses = Int32Array.from(nearMisses, (example) => placeOf[example]!);
    this.missed = Int32Array.from(nearMisses, (example) => examples[example]!.against!);

    const held = new Int32Array(axes);
    for (const { ids } of vectors) for (const id of ids) held[id]!++;
    const postings = new PostingsBuilder();
    vectors.forEach(({ ids, weights }, example) => {
      const trust = trustIn(examples[example]!);
      ids.forEach((id, at) => held[id]! <= COMMON * examples.length && postings.add(id, placeOf[example]!, weights[at]! * trust));
    });
    this.byAxis = postings.build(axes);
  }

  to({ ids, weights: values }: Vector): Likeness {
    const { starts, where, weights } = this.byAxis;
    const scores = roomFor(this.places);
    for (let at = 0; at < ids.length; at++) {
      const value = values[at]!;
      const end = starts[ids[at]! + 1]!;
      for (let slot = starts[ids[at]!]!; slot < end; slot++) scores[where[slot]!]! += value * weights[slot]!;
    }
    const likeness = this.byTarget(scores);
    scores.fill(0);
    return likeness;
  }

  private byTarget(scores: Float32Array): Likeness {
    const { starts, targets, misses, missed } = this;
    const best = new Float32Array(targets);
    const mean = new Float32Array(targets);
    const against = new Float32Array(targets);
    let top = 0;
    for (let miss = 0; miss < misses.length; miss++) {
      const score = scores[misses[miss]!]!;
      if (score > against[missed[miss]!]!) against[missed[miss]!] = score;
      if (score > top) top = score;
    }
    for (let target = 0, place = 0; target < targets; target++) {
      let first = 0;
      let second = 0;
      let third = 0;
      for (const end = starts[target + 1]!; place < end; place++) {
        const score = scores[place]!;
        if (score <= third) continue;
        if (score <= second) third = score;
        else {
          third = second;
          if (score <= first) second = score;
          else {
            second = first;
            first = score;
          }
        }
      }
      best[target] = first;
      mean[target] = (first + second + third) / 3;
      if (first > top) top = first;
    }
    return { best, mean, against, top };
  }
}

/** Scores of the examples, all zero between two messages. */
let room = new Float32Array(0);
function roomFor(examples: number): Float32Array {
  if (room.length < examples) room = new Float32Array(examples);
  return room;
}
