/** FNV-1a of 32 bits: names a word by a number, the same on every machine. A hundred thousand words share one in a million times. */
export function wordHash(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
