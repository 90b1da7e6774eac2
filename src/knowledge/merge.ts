/**
 * What becomes of one text at an import. `base` is what the last import brought, `local` what stands here, `incoming` what the
 * folder holds; undefined: the folder says nothing. Text edited on one side only takes that side; edited on both, ours stays.
 */
export type Merged = 'same' | 'take' | 'adopt' | 'keep';

export function merge(base: string | null, local: string | undefined, incoming: string | undefined): Merged {
  if (incoming === undefined || incoming === base) return 'same';
  if (local === undefined) return 'take';
  if (local === incoming) return 'adopt';
  return local === base ? 'take' : 'keep';
}
