/** About how many megabytes each part of a value holds. Arrays of numbers are exact; objects and strings are estimates. */
const STRING = 20;
const SLOT = 8;
const ENTRY = 40;

/** By part, two levels deep, most first; what is shared counts once, where it is met first. */
export function sizesOf(snapshot) {
  const seen = new Set();
  const sizes = {};
  for (const [name, part] of Object.entries(snapshot.engine)) sizes[`engine.${name}`] = sizeOf(part, seen);
  for (const [name, part] of Object.entries(snapshot)) if (name !== 'engine') sizes[name] = sizeOf(part, seen);
  const shown = Object.entries(sizes).map(([name, bytes]) => [name, Number((bytes / 1e6).toFixed(2))]);
  return Object.fromEntries(shown.filter(([, mb]) => mb > 0).toSorted((a, b) => b[1] - a[1]));
}

function sizeOf(value, seen) {
  if (typeof value === 'string') return STRING + value.length;
  if (value === null || typeof value !== 'object' || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map) return [...value].reduce((sum, [key, held]) => sum + ENTRY + sizeOf(key, seen) + sizeOf(held, seen), 0);
  if (value instanceof Set) return [...value].reduce((sum, held) => sum + ENTRY + sizeOf(held, seen), 0);
  return Object.values(value).reduce((sum, held) => sum + SLOT + sizeOf(held, seen), SLOT * 2);
}
