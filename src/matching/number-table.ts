/**
 * Numbers by number, in two typed arrays (open addressing): a map of a hundred thousand entries that is stored and read back as it is, without
 * an object an entry.
 */
export class NumberTable {
  private readonly keys: Int32Array;
  /** The value plus one; zero where nothing stands. */
  private readonly values: Int32Array;

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16;
    while (size < entries.size * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size);
    for (const [key, value] of entries) {
      let at = this.place(key);
      while (this.values[at] !== 0) at = (at + 1) & (size - 1);
      this.keys[at] = key;
      this.values[at] = value + 1;
    }
  }

  /** -1 when the key is not there. */
  get(key: number): number {
    const mask = this.keys.length - 1;
    for (let at = this.place(key); this.values[at] !== 0; at = (at + 1) & mask) if (this.keys[at] === key) return this.values[at]! - 1;
    return -1;
  }

  private place(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.keys.length - 1);
  }
}
