/** Lists of numbers with a weight each, one after the other in typed arrays: entry i of list l stands between starts[l] and starts[l + 1]. */
export interface Postings {
  starts: Int32Array;
  where: Int32Array;
  weights: Float32Array;
}

/** Gathers entries in any order and lays them out list by list; within a list they keep the order in which they came. */
export class PostingsBuilder {
  private lists = new Int32Array(1024);
  private where = new Int32Array(1024);
  private weights = new Float32Array(1024);
  private size = 0;

  add(list: number, where: number, weight: number): void {
    if (this.size === this.lists.length) this.grow();
    this.lists[this.size] = list;
    this.where[this.size] = where;
    this.weights[this.size++] = weight;
  }

  build(lists: number): Postings {
    const starts = new Int32Array(lists + 1);
    for (let i = 0; i < this.size; i++) starts[this.lists[i]! + 1]!++;
    for (let list = 0; list < lists; list++) starts[list + 1]! += starts[list]!;
    const next = starts.slice();
    const where = new Int32Array(this.size);
    const weights = new Float32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      const slot = next[this.lists[i]!]!++;
      where[slot] = this.where[i]!;
      weights[slot] = this.weights[i]!;
    }
    return { starts, where, weights };
  }

  private grow(): void {
    const twice = <T extends Int32Array | Float32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = this.lists.length * 2;
    this.lists = twice(this.lists, new Int32Array(size));
    this.where = twice(this.where, new Int32Array(size));
    this.weights = twice(this.weights, new Float32Array(size));
  }
}
