import { textOfBlocks, type Passage } from '../matching/index.js';
import { forPerson } from './conditions.js';

/** Without what holds for other people only; the passage itself, whose reading is remembered, where that is all of it. */
export function asSeenBy(passage: Passage, facts: Readonly<Record<string, string>>): Passage {
  if (Object.keys(facts).length === 0) return passage;
  const blocks = forPerson(passage.blocks, facts);
  const text = textOfBlocks(blocks);
  if (text === textOfBlocks(passage.blocks)) return passage;
  const last = seen.get(passage);
  if (last?.text === text) return last.passage;
  const own = { ...passage, blocks };
  seen.set(passage, { text, passage: own });
  return own;
}
/** A passage as it was last seen by somebody: one is enough, those who ask next mostly see the same. */
const seen = new WeakMap<Passage, { text: string; passage: Passage }>();
