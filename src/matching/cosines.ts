/**
 * Nearness of one vector to many, in whole numbers: a row is a vector of unit length, 127 standing for 1, filled up with zeros to a multiple of sixteen.
 *
 * Products of rows are most of what ranking computes, and JavaScript multiplies two numbers at a time: 1.7 ns each where `cosines.wat`, which
 * multiplies sixteen, takes 0.2. What is compared is copied beside it for as long as the call takes; nothing stays there.
 */
const LARGEST = 127;
const LANES = 16;
/** `cosines.wat`, assembled. */
export const ASSEMBLED =
  'AGFzbQEAAAABCAFgBH9/f38AAwIBAAUDAQADBxUCBm1lbW9yeQIACHByb2R1Y3RzAAAKmAEBlQECAX8DewNAIAEgAkkEQP0MAAAAAAAAAAAAAAAAAAAAACEFQQAhBANA' +
  'IAT9AAQAIQYgASAEav0ABAAhByAFIAYgB/2cAf1+IAYgB/2dAf1+/a4B/a4BIQUgBEEQaiEEIAQgAEkNAAsgAyAF/RsAIAX9GwFqIAX9GwIgBf0bA2pqNgIAIANBBGohAyAB' +
  'IABqIQEMAQsLCw==';
interface Exports {
  memory: { buffer: ArrayBuffer };
  products: (size: number, row: number, end: number, out: number) => void;
}
const { memory, products } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(ASSEMBLED, 'base64')))
  .exports as unknown as Exports;

/** Where things stand in its memory, in bytes: the one row, the others, what comes out. */
const ROWS = 1024;
const OUT = ROWS + 128 * 1024;
const room = new Int8Array(memory.buffer);
const out = new Int32Array(memory.buffer, OUT);

/** How long a row is. */
export const rowLength = (dimensions: number): number => Math.ceil(dimensions / LANES) * LANES;

/** A vector of unit length as a row. */
export function toRow(vector: Float32Array): Int8Array {
  const row = new Int8Array(rowLength(vector.length));
  for (let k = 0; k < vector.length; k++) row[k] = Math.round(vector[k]! * LARGEST);
  return row;
}

/** The cosines of one row with rows `first` to `end` (not included) of those that stand one after the other in `rows`, from -1 to 1. */
export function cosines(one: Int8Array, rows: Int8Array, first = 0, end = rows.length / one.length): Float32Array {
  const size = one.length;
  const found = new Float32Array(end - first);
  const atOnce = Math.floor((OUT - ROWS) / size);
  room.set(one);
  for (let from = first; from < end; from += atOnce) {
    const to = Math.min(end, from + atOnce);
    room.set(rows.subarray(from * size, to * size), ROWS);
    products(size, ROWS, ROWS + (to - from) * size, OUT);
    for (let at = 0; at < to - from; at++) found[from - first + at] = out[at]! / LARGEST ** 2;
  }
  return found;
}
