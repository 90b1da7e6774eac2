import { PostingsBuilder, type Postings } from './postings.js';
import type { Vector } from './vector-space.js';

/**
 * The examples most like a message: cosine over an inverted index.
 *
 * Each axis lists the examples that hold it (typed arrays); the message's axes add their products up. What comes out is, for each target,
 * the likeness of its best example and the mean of its three best: one lucky wording must not win alone against a target that several
 * wordings point to. Cost: the sum of the postings of the message's axes, some thousands of additions for 2,500 examples.
 *
 * « paumé ma carte d'identité » ~ « j'ai paumé ma cni » (.61) → carte-identite-perdue-volee
 */
export interface Likeness {
  best: Float32Array;
  mean: Float32Array;
  /** The best likeness of a near miss of the target. */
  against: Float32Array;
  /** The likeness of the best example of all, and which one it is. */
  top: number;
  topExample: number;
}
const COMMON = 0.03;
interface Placed {
  target: number;
  against?: number;
  weight: number;
}

export class NearestExamples {
  /** By axis: the examples that hold it. Axes that many hold tell nothing apart, cost the most, and are left out. */
  private readonly byAxis: Postings;
  private readonly leadsTo: Int32Array;
  private readonly missed: Int32Array;
  private readonly trust: Float32Array;

  constructor(
    examples: readonly Placed[],
    vectors: readonly Vector[],
    axes: number,
    private readonly targets: number,
  ) {
    this.leadsTo = Int32Array.from(examples, ({ target }) => target);
    this.missed = Int32Array.from(examples, ({ against }) => against ?? -1);
    this.trust = Float32Array.from(examples, ({ weight }) => 0.7 + 0.3 * weight);
    const held = new Int32Array(axes);
    for (const { ids } of vectors) for (const id of ids) held[id]!++;
    const postings = new PostingsBuilder();
    vectors.forEach(({ ids, weights }, example) => {
      ids.forEach((id, at) => held[id]! <= COMMON * examples.length && postings.add(id, example, weights[at]!));
    });
    this.byAxis = postings.build(axes);
  }

  to({ ids, weights: values }: Vector): Likeness {
    const { starts, where, weights } = this.byAxis;
    const { scores, met } = roomFor(this.leadsTo.length);
    let count = 0;
    for (let at = 0; at < ids.length; at++) {
      const value = values[at]!;
      const end = starts[ids[at]! + 1]!;
      for (let slot = starts[ids[at]!]!; slot < end; slot++) {
        const example = where[slot]!;
        const before = scores[example]!;
        if (before === 0) met[count++] = example;
        scores[example] = before + value * weights[slot]!;
      }
    }
    return this.byTarget(scores, met, count);
  }

  /** Takes the scores away as it reads them. */
  private byTarget(scores: Float32Array, met: Int32Array, count: number): Likeness {
    const best = new Float32Array(this.targets);
    const second = new Float32Array(this.targets);
    const third = new Float32Array(this.targets);
    const against = new Float32Array(this.targets);
    let top = 0;
    let topExample = -1;
    for (let at = 0; at < count; at++) {
      const example = met[at]!;
      const score = scores[example]! * this.trust[example]!;
      scores[example] = 0;
      const target = this.leadsTo[example]!;
      const missed = this.missed[example]!;
      if (missed >= 0 && score > against[missed]!) against[missed] = score;
      if (score > top || (score === top && example < topExample)) {
        top = score;
        topExample = example;
      }
      if (target < 0 || score <= third[target]!) continue;
      if (score <= second[target]!) third[target] = score;
      else {
        third[target] = second[target]!;
        if (score <= best[target]!) second[target] = score;
        else {
          second[target] = best[target]!;
          best[target] = score;
        }
      }
    }
    const mean = third;
    for (let target = 0; target < mean.length; target++) mean[target] = (best[target]! + second[target]! + third[target]!) / 3;
    return { best, mean, against, top, topExample };
  }
}

/** Scores of the examples, all zero between two messages, and which ones a message met: a message meets a few hundred of thousands. */
let room = { scores: new Float32Array(0), met: new Int32Array(0) };
function roomFor(examples: number): typeof room {
  if (room.scores.length < examples) room = { scores: new Float32Array(examples), met: new Int32Array(examples) };
  return room;
}
